package vn.caunoi.api.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What came with a call, in characters that can be kept and written in either notation. */
final class Given311 {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Given311() {}

    /** @throws Refused311 400 for what is no text */
    static Given311 with(HttpServletRequest request) {
        Given311 given = new Given311();
        try {
            request.getParameterMap().forEach((name, several) -> given.add(plain(name), String.join(",", several)));
        } catch (InvalidParameterException | RequestRejectedException unreadable) {
            throw malformed();
        }
        return given;
    }

    private void add(String name, String value) {
        values.put(name, plain(value));
    }

    /** @throws Refused311 400 for what is no text */
    static String plain(String text) {
        boolean odd = text.codePoints().anyMatch(one -> isControl(one) || isNoCharacter(one));
        if (odd) throw malformed();
        return text;
    }

    private static boolean isControl(int one) {
        return Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t';
    }

    /** Half of a pair, what Unicode keeps free for ever, and what stands where bytes could not be read. */
    private static boolean isNoCharacter(int one) {
        boolean half = one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
        boolean free = (one & 0xFFFE) == 0xFFFE || one >= 0xFDD0 && one <= 0xFDEF;
        return half || free || one == 0xFFFD;
    }

    private static Refused311 malformed() {
        return new Refused311(HttpStatus.BAD_REQUEST, "a parameter has characters that are no text");
    }

    Map<String, String> all() {
        return values;
    }

    @Nullable String get(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
