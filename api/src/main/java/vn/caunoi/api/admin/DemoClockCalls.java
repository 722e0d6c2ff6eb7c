package vn.caunoi.api.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;

/** The clock of the demonstration. Outside of it this call does not exist. */
@RestController
@Tag(name = "demo")
class DemoClockCalls {

    private static final Duration MOST = Duration.ofDays(3660);

    /** @param advance ISO 8601, for example {@code P3D} or {@code PT6H} */
    record Advance(@Nullable String advance) {}

    record Moved(Instant now) {}

    private final ObjectProvider<DemoClock> clock;
    private final boolean demo;

    DemoClockCalls(ObjectProvider<DemoClock> clock, @Value("${caunoi.demo:false}") boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    @PostMapping("/api/demo/clock")
    @Operation(summary = "Move the business clock and run what falls due; answers when done")
    Moved advance(@RequestBody Advance body) {
        DemoClock found = demo ? clock.getIfAvailable() : null;
        if (found == null) throw new NotFound();
        return new Moved(found.advance(span(body.advance())));
    }

    private static Duration span(@Nullable String text) {
        if (text == null || text.isBlank()) throw Input.refusal("advance", "required", "must be given");
        try {
            Duration span = Duration.parse(text.strip());
            if (!span.isNegative() && span.compareTo(MOST) <= 0) return span;
        } catch (DateTimeParseException e) {
            throw Input.refusal("advance", "malformed", "is not a duration");
        }
        throw Input.refusal("advance", "out-of-bounds", "is between 0 and ten years");
    }
}
