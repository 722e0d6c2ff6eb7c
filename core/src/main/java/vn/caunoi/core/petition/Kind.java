package vn.caunoi.core.petition;

/** What a petition is, by content and purpose, never by its title (TT 05/2021 Đ6.1). */
public enum Kind {
    /** Khiếu nại (LKN 2011 Đ2.1). */
    COMPLAINT,
    /** Tố cáo (LTC 2018 Đ2.1). */
    DENUNCIATION,
    /** Kiến nghị (LTCD 2013 Đ2). */
    PROPOSAL,
    /** Phản ánh (LTCD 2013 Đ2). */
    FEEDBACK
}
