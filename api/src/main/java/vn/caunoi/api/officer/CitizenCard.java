package vn.caunoi.api.officer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.regex.Pattern;
import vn.caunoi.api.problem.Input;

/**
 * What the desk needs of a citizen's card, read from the text of its QR code: seven parts, of which the old number may be
 * empty. The text itself is kept nowhere and stands in no error.
 */
public record CitizenCard(String idNumber, String fullName, String address) {

    private static final int PARTS = 7;
    private static final Pattern NUMBER = Pattern.compile("\\d{12}");
    private static final Pattern OLD_NUMBER = Pattern.compile("(\\d{9}|\\d{12})?");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’-]{1,99}");
    private static final Pattern NO_PLACE = Pattern.compile("[\\p{Cntrl}\\uFFFD]");
    private static final Set<String> GENDERS = Set.of("Nam", "Nữ");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Refuses what is no card's text, and what a keyboard layout or an input method has changed on its way.
     *
     * @param scanned as a hand scanner types it
     */
    public static CitizenCard read(String scanned, LocalDate today) {
        String[] parts =
                Normalizer.normalize(scanned.strip(), Normalizer.Form.NFC).split("\\|", -1);
        if (parts.length != PARTS || !NUMBER.matcher(parts[0]).matches())
            throw Input.refusal("card", "not-a-card", "is not the text of a citizen's card");
        String name = parts[2].strip();
        String address = parts[5].strip();
        boolean right = OLD_NUMBER.matcher(parts[1]).matches()
                && NAME.matcher(name).matches()
                && GENDERS.contains(parts[4].strip())
                && isPlace(address)
                && isInOrder(parts[3], parts[6], today);
        if (!right) throw Input.refusal("card", "card-garbled", "was not read as it stands on the card");
        return new CitizenCard(parts[0], name, address);
    }

    private static boolean isPlace(String address) {
        return !address.isEmpty()
                && address.length() <= ContentCheck.LINE
                && !NO_PLACE.matcher(address).find();
    }

    /** Nobody has a card before being born, nor one of tomorrow. */
    private static boolean isInOrder(String born, String issued, LocalDate today) {
        try {
            LocalDate given = LocalDate.parse(issued, DAY);
            return !LocalDate.parse(born, DAY).isAfter(given) && !given.isAfter(today);
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
