package vn.caunoi.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller does: in filters, and when something fails outside of them. */
@Component
public class ProblemWriter {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Problems problems;
    private final JsonMapper json;

    ProblemWriter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    public void write(ProblemKind kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problems.of(kind, languageOf(request)), response);
    }

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Vietnamese, unless the caller asks for something else; filters run before the locale is resolved. */
    static Locale languageOf(HttpServletRequest request) {
        if (RequestContextUtils.getLocaleResolver(request) != null) return RequestContextUtils.getLocale(request);
        return request.getHeader("Accept-Language") == null ? VIETNAMESE : request.getLocale();
    }
}
