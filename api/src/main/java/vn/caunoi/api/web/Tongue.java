package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Which of the two languages a request is answered in: the one chosen on a page (kept in a cookie), for calls of the
 * API the one asked for, and Vietnamese otherwise.
 */
@Component("localeResolver")
class Tongue extends CookieLocaleResolver {

    static final Locale VIETNAMESE = Locale.of("vi");
    private static final Set<String> KNOWN = Set.of("vi", "en");

    Tongue(@Value("${server.servlet.session.cookie.secure:false}") boolean onlyByTls) {
        super("caunoi-language");
        setCookieSecure(onlyByTls);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieMaxAge(java.time.Duration.ofDays(365));
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(Tongue::unchosen);
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return known(Locale.forLanguageTag(value));
    }

    private static Locale unchosen(HttpServletRequest request) {
        boolean page = !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return page || request.getHeader("Accept-Language") == null ? VIETNAMESE : known(request.getLocale());
    }

    static Locale known(Locale asked) {
        return KNOWN.contains(asked.getLanguage()) ? Locale.of(asked.getLanguage()) : VIETNAMESE;
    }
}
