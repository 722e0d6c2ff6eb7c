package vn.caunoi.api.moving;

/** Text that a spreadsheet would carry out instead of showing it. */
final class Formulas {

    private Formulas() {}

    static boolean isOne(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** The same text, shown as it is. Import takes the apostrophe off again. */
    static String harmless(String text) {
        return isOne(text) ? "'" + text : text;
    }
}
