package vn.caunoi.processes.studio;

/** A file that is no XML, or XML of a kind that is not read here. */
class UnreadableModel extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    UnreadableModel(Said said) {
        super(said.english());
        this.said = said;
    }

    /** For the designer. */
    Said said() {
        return said;
    }
}
