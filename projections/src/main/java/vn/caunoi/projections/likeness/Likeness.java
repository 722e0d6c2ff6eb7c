package vn.caunoi.projections.likeness;

/** Why two petitions may be one. */
public enum Likeness {
    /** A petitioner has the same identity number. */
    ID_NUMBER('I', 5),
    /** A petitioner has the same phone number. */
    PHONE('P', 4),
    /** A petitioner has the same name and address. */
    NAME('N', 4),
    /** They are about the decision of one number. */
    DECISION('D', 3),
    /** Their texts have much in common. */
    TEXT('T', 1);

    private final char tag;
    private final int weight;

    Likeness(char tag, int weight) {
        this.tag = tag;
        this.weight = weight;
    }

    /** What its keys begin with. */
    char tag() {
        return tag;
    }

    int weight() {
        return weight;
    }
}
