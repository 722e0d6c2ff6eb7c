package vn.caunoi.core.handling;

/** A condition that a petition meets or does not (TT 05/2021 Đ6.2.a). Which of them a kind must meet: {@link EligibilityRules}. */
public enum Check {
    /** In Vietnamese, or with a translation that is notarised. */
    LANGUAGE,
    DATED,
    /** Full name and address of who writes. */
    NAMED,
    /** Signature or fingerprint. */
    SIGNED,
    /** Name and address of who is complained of or accused. */
    RESPONDENT,
    /** The matter and the reason, or the act. */
    MATTER,
    /** The documents it rests on. */
    DOCUMENTS,
    /** What is asked for. */
    DEMAND,
    /** How who denounces can be reached. */
    REACHABLE,
    /** Many who complain of one thing: the document that appoints who speaks for them (NĐ 124/2020 Đ7). */
    REPRESENTED,
    /** A proxy: the written mandate, certified or notarised (NĐ 124/2020 Đ5.3). */
    MANDATED
}
