package vn.caunoi.core.petition;

/** In what part a person appears in a petition. */
public enum PersonRole {
    COMPLAINANT,
    /** One of several complainants, appointed by them (NĐ 124/2020 Đ7). */
    REPRESENTATIVE,
    /** Holds a written, certified mandate (NĐ 124/2020 Đ5.3). */
    PROXY
}
