package vn.caunoi.api.news;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/**
 * Server-sent events for an open task list. A browser that comes again by itself is no work of anybody: where no page was
 * looked at for as long as the session lasts it is sent away, so that a forgotten tab keeps no session alive.
 */
@Controller
public class NewsLines {

    private static final String LOOKED = NewsLines.class.getName() + ".looked";

    private final NewsWire wire;
    private final CurrentActor current;

    NewsLines(NewsWire wire, CurrentActor current) {
        this.wire = wire;
        this.current = current;
    }

    /** Somebody looks at a page that opens a line. */
    public static void looked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) session.setAttribute(LOOKED, System.nanoTime());
    }

    @GetMapping(path = "/inbox/news")
    ResponseEntity<SseEmitter> open(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable Long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        Actor reader = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        HttpSession session = request.getSession(false);
        if (session == null || !isLookedAt(session))
            return ResponseEntity.noContent().build();
        return wire.open(reader, session.getId(), position(last, since))
                .map(line -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(line.out()))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    private static boolean isLookedAt(HttpSession session) {
        return session.getAttribute(LOOKED) instanceof Long at
                && System.nanoTime() - at
                        < Duration.ofSeconds(session.getMaxInactiveInterval()).toNanos();
    }

    /** What the browser heard last, else what the page knew. */
    private static @Nullable Long position(@Nullable String last, @Nullable Long since) {
        if (last == null || !last.matches("\\d{1,18}")) return since;
        return Long.valueOf(last);
    }
}
