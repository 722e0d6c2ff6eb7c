package vn.caunoi.core.petition;

/** What was found of a denunciation, or of one point of it: đúng, đúng một phần, sai, không đủ cơ sở (LTC Đ35). */
public enum Verdict {
    FALSE,
    NOT_ENOUGH_GROUND,
    PARTLY_TRUE,
    TRUE
}
