package vn.caunoi.projections.likeness;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.PlainText;

/** Keys of what is told of a petition, under the vault's master key: equal ones tell of the same, and nothing else. */
@Component
final class Traits {
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final int DIGITS = 14;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PHONE = 9;

    private final Vault vault;

    Traits(Vault vault) {
        this.vault = vault;
    }

    Set<String> of(Told told) {
        Set<String> keys = new LinkedHashSet<>();
        for (Told.Someone person : told.people()) person(keys, person);
        String decision = letters(told.decision());
        if (decision.chars().anyMatch(Character::isDigit)) add(keys, Likeness.DECISION, decision);
        String place = letters(told.place());
        if (!place.isEmpty()) {
            at(keys, Likeness.AGAINST, letters(told.against()), place);
            at(keys, Likeness.ISSUER, letters(told.issuer()), place);
        }
        Shingles.bands(told.subject(), told.content()).forEach(band -> add(keys, Likeness.TEXT, band));
        return keys;
    }

    /** What a key tells of. */
    static Stream<Likeness> told(String key) {
        return Stream.of(Likeness.values()).filter(likeness -> key.charAt(0) == likeness.tag());
    }

    static boolean isCommon(String key) {
        return told(key).anyMatch(Likeness::isCommon);
    }

    private void person(Set<String> keys, Told.Someone person) {
        add(keys, Likeness.ID_NUMBER, letters(person.idNumber()));
        String phone = phone(person.phone());
        if (phone.length() >= SHORTEST_PHONE) add(keys, Likeness.PHONE, phone);
        String name = letters(person.fullName());
        String address = letters(person.address());
        if (!name.isEmpty() && !address.isEmpty()) add(keys, Likeness.NAME, name + " at " + address);
    }

    /** Whoever is complained of is found together with the place only: a unit has many cases. */
    private void at(Set<String> keys, Likeness likeness, String whom, String place) {
        if (whom.length() >= SHORTEST) add(keys, likeness, whom + " at " + place);
    }

    private void add(Set<String> keys, Likeness likeness, String value) {
        if (value.length() < SHORTEST) return;
        String hash = vault.blindIndex("likeness " + likeness + " of " + value);
        keys.add(likeness.tag() + hash.substring(0, DIGITS));
    }

    private static String letters(@Nullable String text) {
        return text == null
                ? ""
                : OTHERS.matcher(PlainText.of(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** As it is dialled within the country. */
    private static String phone(@Nullable String text) {
        String digits = text == null ? "" : NOT_DIGITS.matcher(text).replaceAll("");
        boolean abroad = digits.startsWith("84") && digits.length() > SHORTEST_PHONE;
        return abroad ? "0" + digits.substring(2) : digits;
    }
}
