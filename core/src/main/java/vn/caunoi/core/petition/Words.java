package vn.caunoi.core.petition;

/** Checks text that comes with a command. */
final class Words {

    private static final int LONGEST = 20_000;

    private Words() {}

    /** The text without blanks around it; refused when nothing is left or when it is too long. */
    static String required(String field, String text) {
        String words = text.strip();
        if (words.isEmpty()) throw Refusal.because(Reason.INVALID_INPUT, field, "required", "is required");
        if (words.indexOf('\0') >= 0) {
            throw Refusal.because(Reason.INVALID_INPUT, field, "malformed", "has a character that is not allowed");
        }
        if (words.length() > LONGEST) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, field, "too-long", "must be at most " + LONGEST + " characters");
        }
        return words;
    }
}
