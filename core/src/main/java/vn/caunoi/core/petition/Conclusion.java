package vn.caunoi.core.petition;

/** Right, partly right, wrong: đúng, đúng một phần, sai (LKN Đ31; the statistics of TT 01/2024). */
public enum Conclusion {
    RIGHT,
    PARTLY_RIGHT,
    WRONG
}
