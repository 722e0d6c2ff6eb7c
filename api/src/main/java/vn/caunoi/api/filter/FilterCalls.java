package vn.caunoi.api.filter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** Saved filters over HTTP. */
@RestController
@RequestMapping("/api/filters")
@Tag(name = "filters")
class FilterCalls {

    record Filters(List<SavedFilter> items) {}

    /**
     * @param list CASES when left out
     * @param query parameters as they stand in the address of the list
     * @param shared with the unit, by its head
     * @param first to begin with
     */
    @Schema(name = "FilterToSave")
    record Given(
            @Schema(implementation = FilteredList.class) @Nullable String list,

            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean shared,
            @Nullable Boolean first) {}

    /** @param first whether the list begins with it */
    record Beginning(@Nullable Boolean first) {}

    private final FilterDesk desk;
    private final CurrentActor current;

    FilterCalls(FilterDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "My saved filters, and those shared with my unit")
    Filters filters(
            @Schema(implementation = FilteredList.class) @RequestParam(required = false) @Nullable String list) {
        return new Filters(desk.of(reader(), list(list)));
    }

    @PostMapping
    @Operation(summary = "Save a filter; one of mine with the same name is replaced")
    ResponseEntity<SavedFilter> keep(@RequestBody Given body) {
        SavedFilter saved = desk.keep(
                list(body.list()),
                body.name(),
                body.query(),
                Boolean.TRUE.equals(body.shared()),
                Boolean.TRUE.equals(body.first()),
                reader());
        return ResponseEntity.created(URI.create("/api/filters/" + saved.id())).body(saved);
    }

    @PostMapping("/{id}/first")
    @Operation(summary = "Begin the list with it from now on, or not any more")
    SavedFilter begin(@PathVariable String id, @RequestBody Beginning body) {
        Input input = new Input();
        Boolean first = input.present("first", body.first());
        input.mustBeValid();
        return desk.begin(id, Boolean.TRUE.equals(first), reader());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a filter of mine, or by the head one of the unit")
    ResponseEntity<Void> delete(@PathVariable String id) {
        desk.delete(id, reader());
        return ResponseEntity.noContent().build();
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private static FilteredList list(@Nullable String given) {
        return Objects.requireNonNullElse(Asked.choice("list", given, FilteredList.class), FilteredList.CASES);
    }
}
