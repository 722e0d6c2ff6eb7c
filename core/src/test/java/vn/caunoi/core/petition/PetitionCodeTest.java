package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PetitionCodeTest {

    @Property(tries = 300)
    void every_code_is_valid_and_reads_as_three_groups_of_four(@ForAll long seed) {
        String code = code(seed);
        assertThat(code).matches("[0-9AC-HJKMNP-RTV-Y]{4}(-[0-9AC-HJKMNP-RTV-Y]{4}){2}");
        assertThat(PetitionCode.isValid(code)).isTrue();
        assertThat(PetitionCode.parse(code).value()).isEqualTo(code);
    }

    @Property(tries = 100)
    void every_wrong_symbol_is_noticed(@ForAll long seed, @ForAll @IntRange(max = 11) int place) {
        StringBuilder symbols = symbols(seed);
        char right = symbols.charAt(place);
        for (char wrong : PetitionCode.SYMBOLS.toCharArray()) {
            symbols.setCharAt(place, wrong);
            assertThat(PetitionCode.isValid(symbols.toString())).isEqualTo(wrong == right);
        }
    }

    @Property(tries = 200)
    void two_swapped_symbols_are_noticed(
            @ForAll long seed, @ForAll @IntRange(max = 11) int one, @ForAll @IntRange(max = 11) int other) {
        StringBuilder symbols = symbols(seed);
        char first = symbols.charAt(one);
        char second = symbols.charAt(other);
        symbols.setCharAt(one, second);
        symbols.setCharAt(other, first);
        assertThat(PetitionCode.isValid(symbols.toString())).isEqualTo(first == second);
    }

    @Property(tries = 100)
    void a_missing_or_doubled_symbol_is_noticed(@ForAll long seed, @ForAll @IntRange(max = 11) int place) {
        assertThat(PetitionCode.isValid(symbols(seed).deleteCharAt(place).toString()))
                .isFalse();
        assertThat(PetitionCode.isValid(symbols(seed).insert(place, '7').toString()))
                .isFalse();
    }

    @Property(tries = 200)
    void a_code_is_understood_however_it_is_typed(@ForAll long seed) {
        String code = code(seed);
        String typed = code.replace('-', ' ')
                .toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(symbol -> switch (symbol) {
                    case '0' -> "o";
                    case '1' -> "I ";
                    case '5' -> "S";
                    case '8' -> "b-";
                    case '2' -> "z";
                    case 'v' -> "U";
                    default -> Character.toString(symbol);
                })
                .collect(Collectors.joining());
        assertThat(PetitionCode.parse(typed).value()).isEqualTo(code);
    }

    @Test
    void what_is_no_code_is_refused() {
        for (String typed : new String[] {"", "K7M4", "K7M4-PX9T-2HC?", "đơn số 12 của"}) {
            assertThat(PetitionCode.isValid(typed)).isFalse();
            assertThatThrownBy(() -> PetitionCode.parse(typed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String code(long seed) {
        return PetitionCode.random(new Random(seed)).value();
    }

    private static StringBuilder symbols(long seed) {
        return new StringBuilder(code(seed).replace("-", ""));
    }
}
