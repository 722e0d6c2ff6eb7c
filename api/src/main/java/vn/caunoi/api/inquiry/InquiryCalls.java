package vn.caunoi.api.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;

/** What supervisors ask units about cases, over HTTP. */
@RestController
@Tag(name = "oversight")
class InquiryCalls {

    enum Stand {
        OPEN,
        ANSWERED
    }

    private final InquiryDesk desk;
    private final CurrentActor current;

    InquiryCalls(InquiryDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/api/inquiries")
    @Operation(
            summary = "Questions and asked explanations about the cases one sees",
            description = "`stand` is open (if left out), the first due first, or answered, the last asked first.")
    Page<Inquiry> list(
            @RequestParam(required = false) @Nullable String stand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        boolean answered = Asked.choice("stand", stand, Stand.class) == Stand.ANSWERED;
        String after = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        return answered ? desk.answered(actor, after, most) : desk.open(actor, after, most);
    }
}
