package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.projections.letter.Letters;

/** The book that numbers the letters of a unit, and how they are headed, over HTTP. */
@RestController
@RequestMapping("/api/units/{unit}")
@Tag(name = "letters")
class BookCalls {

    /** @param next number of the next letter */
    @Schema(name = "ContinueBook")
    record Go(@Nullable Integer year, @Nullable Integer next) {}

    @Schema(name = "NumberBook")
    record Book(List<Letters.Numbered> items) {}

    private final BookDesk desk;
    private final CurrentActor current;

    BookCalls(BookDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/letter-book")
    @Operation(summary = "Numbers given out in a year, in their order; cases you may not see are left blank")
    Book book(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String after) {
        return new Book(desk.book(unit, year, after, current.get()));
    }

    @PostMapping("/letter-book")
    @Operation(summary = "Go on from a register that was kept elsewhere")
    Book go(@PathVariable String unit, @RequestBody Go body) {
        desk.go(unit, body.year(), body.next(), current.get());
        return new Book(desk.book(unit, body.year() == null ? null : body.year().toString(), null, current.get()));
    }

    @GetMapping("/letter-heading")
    @Operation(summary = "What stands over and under the letters of a unit")
    Heading heading(@PathVariable String unit) {
        return desk.heading(unit, current.get());
    }

    @PostMapping("/letter-heading")
    @Operation(summary = "Set it, by the head of the unit or an administrator")
    Heading head(@PathVariable String unit, @RequestBody BookDesk.GivenHeading body) {
        desk.head(unit, body, current.get());
        return desk.heading(unit, current.get());
    }
}
