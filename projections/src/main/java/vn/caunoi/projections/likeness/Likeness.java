package vn.caunoi.projections.likeness;

/** Why two petitions may be one. */
public enum Likeness {
    /** A petitioner has the same identity number. */
    ID_NUMBER('I', 3_000),
    /** A petitioner has the same phone number. */
    PHONE('P', 2_400),
    /** A petitioner has the same name and address. */
    NAME('N', 2_400),
    /** They are about the decision of one number. */
    DECISION('D', 1_800),
    /** They are against the same unit or person, at the same place. */
    AGAINST('A', 30),
    /** They are about a decision of the same issuer, at the same place. */
    ISSUER('S', 30),
    /** Their texts have much in common. */
    TEXT('T', 1);

    private final char tag;
    private final int weight;

    Likeness(char tag, int weight) {
        this.tag = tag;
        this.weight = weight;
    }

    /** What many share that have nothing else in common. */
    boolean isCommon() {
        return this == AGAINST || this == ISSUER;
    }

    /** What its keys begin with. */
    char tag() {
        return tag;
    }

    /** Of the text for each part in a hundred that is common, of others as a whole. */
    int weight() {
        return weight;
    }
}
