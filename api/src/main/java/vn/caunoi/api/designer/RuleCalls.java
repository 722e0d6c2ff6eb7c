package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.processes.studio.RuleBook;

/** The deadline table over HTTP. */
@RestController
@RequestMapping("/api/rules")
@Tag(name = "processes")
class RuleCalls {

    record Deadlines(List<RuleBook.Row> items) {}

    private final RuleBook book;

    RuleCalls(RuleBook book) {
        this.book = book;
    }

    @GetMapping("/deadlines")
    @Operation(summary = "The deadlines that apply, with their sources and how sure they are")
    Deadlines deadlines() {
        return new Deadlines(book.rows());
    }
}
