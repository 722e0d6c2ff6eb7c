package vn.caunoi.processes.studio;

/** A file that is no XML, or XML of a kind that is not read here. The message is for the designer. */
class UnreadableModel extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableModel(String message) {
        super(message);
    }
}
