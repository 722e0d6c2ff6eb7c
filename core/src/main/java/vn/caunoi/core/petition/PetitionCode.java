package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What people call a petition by on paper and on the phone: {@code K7M4-PX9T-2HCW}. Eleven random symbols and a check
 * symbol of 29 that no one confuses; no unit, date or counter in it, so that it can be given anywhere without asking
 * anyone. Any one wrong symbol and any two swapped ones are noticed.
 *
 * @param value canonical: upper case, in groups of four
 */
public record PetitionCode(@JsonValue String value) {

    /** Without B, I, L, O, S, U, Z, which are read as 8, 1, 1, 0, 5, V, 2. A prime number of symbols. */
    static final String SYMBOLS = "0123456789ACDEFGHJKMNPQRTVWXY";

    private static final int LENGTH = 12;
    private static final String READ_AS = "BILOSUZ";
    private static final String MEANT = "81105V2";

    /** @throws IllegalArgumentException when it is not a code, for example misheard */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PetitionCode {
        String symbols = symbols(value);
        if (symbols.length() != LENGTH || sum(symbols) != 0) throw new IllegalArgumentException("not a petition code");
        value = grouped(symbols);
    }

    /** @param random a secure one: the code must not be guessed from another */
    public static PetitionCode random(RandomGenerator random) {
        var symbols = new StringBuilder(LENGTH);
        while (symbols.length() < LENGTH - 1) symbols.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        int missing = 0;
        while (sum(symbols.toString() + SYMBOLS.charAt(missing)) != 0) missing++;
        return new PetitionCode(symbols.append(SYMBOLS.charAt(missing)).toString());
    }

    /**
     * A code as typed or dictated: any case, spaces and hyphens anywhere, look-alikes taken for what they look like.
     *
     * @throws IllegalArgumentException when it is not a code
     */
    public static PetitionCode parse(String typed) {
        return new PetitionCode(typed);
    }

    public static boolean isValid(String typed) {
        String symbols = symbols(typed);
        return symbols.length() == LENGTH && sum(symbols) == 0;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String symbols(String typed) {
        var symbols = new StringBuilder(LENGTH);
        for (char typedOne : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            int lookAlike = READ_AS.indexOf(typedOne);
            char one = lookAlike < 0 ? typedOne : MEANT.charAt(lookAlike);
            if (one != ' ' && one != '-') symbols.append(one);
        }
        return symbols.toString();
    }

    /** Each place weighs its number; 29 being prime, no single change and no swap leaves the sum as it was. */
    private static int sum(String symbols) {
        int sum = 0;
        for (int place = 0; place < symbols.length(); place++) {
            int symbol = SYMBOLS.indexOf(symbols.charAt(place));
            if (symbol < 0) return -1;
            sum += (place + 1) * symbol;
        }
        return sum % SYMBOLS.length();
    }

    private static String grouped(String symbols) {
        return symbols.substring(0, 4) + "-" + symbols.substring(4, 8) + "-" + symbols.substring(8);
    }
}
