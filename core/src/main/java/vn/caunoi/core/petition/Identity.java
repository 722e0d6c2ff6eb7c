package vn.caunoi.core.petition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/**
 * What names or reaches the petitioners, looked for in a text that is meant for everybody. Written without marks, in
 * other letters or with other blanks it is still found; a name of one word is not, for it could be any word.
 */
final class Identity {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int LONG_ENOUGH = 8;

    private final List<String> words = new ArrayList<>();
    private final List<String> digits = new ArrayList<>();

    Identity(List<Person> petitioners) {
        for (Person person : petitioners) {
            words(person.fullName());
            words(person.address());
            words(person.email());
            digits(person.idNumber());
            digits(person.phone());
        }
    }

    /** @throws Refusal when it does */
    void mustNotStandIn(String field, String text) {
        String plain = ' ' + plain(text) + ' ';
        String numbers =
                NO_DIGIT.matcher(text.replaceAll("(?<=\\d)[ .-](?=\\d)", "")).replaceAll(" ");
        boolean named =
                words.stream().anyMatch(plain::contains) || digits.stream().anyMatch(numbers::contains);
        if (named) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, field, "names-the-petitioner", "names or reaches a petitioner; leave it out");
        }
    }

    private void words(@Nullable Sealed sealed) {
        if (sealed == null) return;
        String plain = plain(sealed.clear());
        if (plain.contains(" ")) words.add(' ' + plain + ' ');
    }

    private void digits(@Nullable Sealed sealed) {
        if (sealed == null) return;
        String number = NO_DIGIT.matcher(sealed.clear()).replaceAll("");
        if (number.length() >= LONG_ENOUGH) digits.add(number);
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NO_WORD.matcher(lower).replaceAll(" ").strip();
    }
}
