package vn.caunoi.api.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Light or dark: what a reader chose in this browser, kept in a cookie. Who chose nothing gets what the device wants. */
@Component
class Theme {

    private static final String COOKIE = "caunoi-theme";

    /** What may be chosen; {@link #DEVICE} takes a choice back. */
    enum Choice {
        DEVICE,
        LIGHT,
        DARK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Choice of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElse(DEVICE);
        }
    }

    private final boolean onlyByTls;

    Theme(@Value("${server.servlet.session.cookie.secure:false}") boolean onlyByTls) {
        this.onlyByTls = onlyByTls;
    }

    static Choice of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .map(Choice::of)
                .orElse(Choice.DEVICE);
    }

    void choose(Choice choice, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, choice.word())
                .path("/")
                .httpOnly(true)
                .secure(onlyByTls)
                .sameSite("Lax")
                .maxAge(choice == Choice.DEVICE ? Duration.ZERO : Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
