package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.core.handling.EligibilityRule;
import vn.caunoi.processes.studio.HandlingBook;
import vn.caunoi.processes.studio.LadderBook;
import vn.caunoi.processes.studio.RoutingBook;
import vn.caunoi.processes.studio.RuleBook;

/** The tables of deadlines, of handling and of the escalation ladder over HTTP. */
@RestController
@RequestMapping("/api/rules")
@Tag(name = "processes")
class RuleCalls {

    record Deadlines(List<RuleBook.Row> items) {}

    /** @param conditions what petitions have to meet */
    record Handlings(List<HandlingBook.Row> items, List<EligibilityRule> conditions) {}

    @Schema(name = "Routing")
    record Routes(List<RoutingBook.Row> items) {}

    @Schema(name = "Ladder")
    record Rungs(List<LadderBook.Row> items) {}

    private final RuleBook book;
    private final HandlingBook handling;
    private final LadderBook ladder;
    private final RoutingBook routing;

    RuleCalls(RuleBook book, HandlingBook handling, LadderBook ladder, RoutingBook routing) {
        this.routing = routing;
        this.book = book;
        this.handling = handling;
        this.ladder = ladder;
    }

    @GetMapping("/deadlines")
    @Operation(summary = "The deadlines that apply, with their sources and how sure they are")
    Deadlines deadlines() {
        return new Deadlines(book.rows());
    }

    @GetMapping("/routing")
    @Operation(summary = "Which unit a petition belongs to: the rows in the order they are asked")
    Routes routing() {
        return new Routes(routing.rows());
    }

    @GetMapping("/escalation")
    @Operation(summary = "Who is told of a case that is not worked on in time, and when")
    Rungs escalation() {
        return new Rungs(ladder.rows());
    }

    @GetMapping("/handling")
    @Operation(summary = "How petitions are handled: the rows in the order they are asked, and the conditions to meet")
    Handlings handling() {
        return new Handlings(handling.rows(), handling.conditions());
    }
}
