package vn.caunoi.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.ProblemWriter;

/**
 * Carries a call out once per key. A second request with the key waits for the first one's answer.
 *
 * <p>A call that was cut off (the program ended between taking the key and keeping the answer) may or may not have had
 * its effect. Handing in derives all it gives out from the key and the moment that was kept when the key was taken, so it is
 * carried out again and comes to the same petition, code and PIN. Any other call is not repeated: its key answers 409, and the caller looks at the case and, if
 * need be, tries with a new key.
 */
@Component
class Once {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CUT_OFF_AFTER = Duration.ofSeconds(30);
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();
    private static final int ERRORS_OF_OURS = 500;
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "Caunoi-Pending");
    private static final String REPEATABLE = "/api/petitions";

    private final Answers answers;
    private final ProblemWriter writer;

    Once(Answers answers, ProblemWriter writer) {
        this.answers = answers;
        this.writer = writer;
    }

    void run(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (answers.take(scope, now)) {
            carryOut(scope, now, request, response, chain);
            return;
        }
        Answers.Taken taken = awaitAnswer(scope).orElse(null);
        if (taken == null) {
            run(scope, request, response, chain);
        } else if (!taken.bodyHash().equals(scope.bodyHash())) {
            writer.write(ProblemKind.KEY_REUSED, request, response);
        } else if (taken.answer() != null) {
            repeat(taken.answer(), response);
        } else if (mayRunAgain(request, taken) && answers.takeOver(scope, taken.since())) {
            carryOut(scope, taken.begun(), request, response, chain);
        } else {
            response.setHeader("Retry-After", "30");
            writer.write(ProblemKind.UNDER_WAY, request, response);
        }
    }

    /** Empty when the first request failed without effect and gave the key back. */
    private Optional<Answers.Taken> awaitAnswer(Scope scope) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<Answers.Taken> found = answers.find(scope);
            boolean waitOn = found.isPresent()
                    && found.get().answer() == null
                    && found.get().bodyHash().equals(scope.bodyHash())
                    && !isCutOff(found.get())
                    && Instant.now().isBefore(end);
            if (!waitOn) return found;
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    private void carryOut(
            Scope scope,
            @Nullable Instant begun,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        // with the body: used again after its answer was forgotten, a key must not bring up the old petition
        request.setAttribute(OnceFilter.SEED, Seed.since(begun, scope.id() + scope.bodyHash()));
        boolean refused = false;
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            answered = isFinal(kept.getStatus(), scope);
            refused = kept.getStatus() < ERRORS_OF_OURS;
        } finally {
            if (answered) answers.keep(scope, answerOf(kept));
            else if (refused || !isRepeatable(request)) answers.giveBack(scope);
            // given back, it would come to another petition, and who knows whether this one was recorded
            else answers.cutOff(scope, Instant.now().minus(CUT_OFF_AFTER).minusMillis(1));
        }
        kept.copyBodyToResponse();
    }

    /**
     * An error of ours, or one that says try again, is not what this call comes to. Nothing is kept of what was refused
     * to somebody without an account: strangers could fill the table.
     */
    private static boolean isFinal(int status, Scope scope) {
        if (scope.caller().isEmpty()) return status < 400;
        return status < ERRORS_OF_OURS && status != 401 && status != 429;
    }

    private static Answers.Answer answerOf(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        return new Answers.Answer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static void repeat(Answers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static boolean isCutOff(Answers.Taken taken) {
        return taken.answer() == null && taken.since().plus(CUT_OFF_AFTER).isBefore(Instant.now());
    }

    private static boolean mayRunAgain(HttpServletRequest request, Answers.Taken taken) {
        return isCutOff(taken) && isRepeatable(request);
    }

    private static boolean isRepeatable(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + REPEATABLE);
    }
}
