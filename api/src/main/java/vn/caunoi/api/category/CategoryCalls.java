package vn.caunoi.api.category;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** Categories over HTTP: read by all who are signed in, changed by administrators. */
@RestController
@RequestMapping("/api/categories")
@Tag(name = "administration")
class CategoryCalls {

    @Schema(name = "Categories")
    record All(List<CategoryDesk.Shown> items) {}

    @Schema(name = "UnmatchedCategories")
    record Words(List<CategoryDesk.Unmatched> items, Map<String, String> mapped) {}

    /** @param on the first day it is not chosen any more */
    @Schema(name = "CategoryRetirement")
    record Retirement(@Nullable LocalDate on) {}

    /** @param category its id or name; left out: the word means none any more */
    @Schema(name = "CategoryWord")
    record Meaning(@Nullable String word, @Nullable String category) {}

    private final CategoryDesk desk;
    private final CurrentActor current;

    CategoryCalls(CategoryDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "Categories on a day, as a tree from the top down",
            description = "Found by q, with or without marks, in names and ids: only those in use, then.")
    All all(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String on) {
        current.get();
        LocalDate day = Objects.requireNonNullElse(Asked.day("on", on), desk.today());
        return new All(q == null || q.isBlank() ? desk.all(day) : desk.found(q, day));
    }

    @GetMapping(value = "/export", produces = "text/csv")
    @Operation(summary = "All categories on a day as CSV, in the columns of ./run import directory")
    void export(@RequestParam(required = false) @Nullable String on, HttpServletResponse response) throws IOException {
        current.get();
        CategoryTable.write(desk.all(Objects.requireNonNullElse(Asked.day("on", on), desk.today())), response);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "A new category, or what one is from a day on",
            description = "Cases keep the id they have; reports count by the tree as it is on the last day of their"
                    + " period.")
    CategoryDesk.Shown define(@PathVariable String id, @RequestBody CategoryInput body) {
        return desk.define(id, body, administrator());
    }

    @PostMapping("/{id}/preview")
    @Operation(summary = "What such a change would do; changes nothing")
    CategoryDesk.Preview preview(@PathVariable String id, @RequestBody CategoryInput body) {
        administrator();
        return desk.preview(id, body);
    }

    @PostMapping("/{id}/retirement")
    @Operation(summary = "Not to be chosen any more from a day on; nothing is deleted")
    CategoryDesk.Shown retire(@PathVariable String id, @RequestBody Retirement body) {
        return desk.retire(id, body.on(), administrator());
    }

    @GetMapping("/words")
    @Operation(summary = "What cases are said to be about that means no category, and what was said to mean one")
    Words words() {
        return new Words(desk.unmatched(administrator()), desk.mapped());
    }

    @PostMapping("/words")
    @Operation(summary = "Say which category a word means; the cases stay as they are")
    ResponseEntity<Void> map(@RequestBody Meaning body) {
        desk.map(body.word(), body.category(), administrator());
        return ResponseEntity.noContent().build();
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
