package vn.caunoi.projections.casefile;

import java.util.Locale;
import java.util.regex.Pattern;

/** The code of a case as it is looked up. */
final class Words {
    private static final Pattern NOT_IN_CODES = Pattern.compile("[^A-Za-z0-9]");

    private Words() {}

    /** However it is written down. */
    static String codeKey(String code) {
        return NOT_IN_CODES.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
