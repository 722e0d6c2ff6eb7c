package vn.caunoi.api.sheet;

/** Text that a spreadsheet would carry out instead of showing it. */
public final class Formulas {

    private static final String BEGIN = "=+-@\t\r\n";

    private Formulas() {}

    /** Behind any number of apostrophes, so that those that belong to the text are told from the one put before it. */
    private static boolean isOne(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\'') from++;
        return from < text.length() && BEGIN.indexOf(text.charAt(from)) >= 0;
    }

    /** The same text, shown as it is. */
    public static String harmless(String text) {
        return isOne(text) ? "'" + text : text;
    }

    /** The text again. */
    public static String asItWas(String cell) {
        return cell.startsWith("'") && isOne(cell) ? cell.substring(1) : cell;
    }
}
