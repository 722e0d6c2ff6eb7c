package vn.caunoi.core.petition;

/** What a settlement does with the disputed decision or act (LKN Đ31). */
public enum DecisionEffect {
    KEEP,
    AMEND,
    ANNUL_PARTLY,
    ANNUL,
    STOP_ACT
}
