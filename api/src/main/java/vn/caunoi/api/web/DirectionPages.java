package vn.caunoi.api.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.inquiry.InquiryDesk;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.direction.Directions;
import vn.caunoi.projections.direction.Directions.Stand;

/** What superiors directed: open, late, done; in all cases the reader sees. With the explanations that are owed. */
@Controller
class DirectionPages {

    private static final String PAGE = "/directions";
    private static final int ROWS = 25;
    private static final int MOST_EXPLANATIONS = 50;

    /** Which of them, by who they concern. */
    enum Whose {
        ALL,
        /** Which the reader is to do. */
        MINE,
        GIVEN
    }

    /** @param said what it says, in words; null where the reader does not read the matter of the case */
    record Row(Directions.Entry entry, Part.@Nullable Direction said, boolean late) {}

    private final Directions directions;
    private final CaseFiles files;
    private final InquiryDesk inquiries;
    private final CurrentActor current;
    private final Names names;
    private final Clock clock;

    DirectionPages(
            Directions directions,
            CaseFiles files,
            InquiryDesk inquiries,
            CurrentActor current,
            Names names,
            Clock clock) {
        this.inquiries = inquiries;
        this.directions = directions;
        this.files = files;
        this.current = current;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(
            @RequestParam(required = false) @Nullable String stand,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        Stand which = Objects.requireNonNullElse(Asked.choice("stand", stand, Stand.class), Stand.OPEN);
        Whose of = Objects.requireNonNullElse(Asked.choice("whose", whose, Whose.class), Whose.ALL);
        String only = Lists.text("unit", unit);
        Visibility sight = Visibility.of(actor);
        Instant now = clock.instant();
        Directions.Filter filter = filter(which, of, only, actor);
        Page<Directions.Entry> page = directions.list(filter, sight, now, Lists.cursor(cursor), ROWS);
        model.addAttribute("rows", rows(page.items(), sight, now))
                .addAttribute("count", directions.count(filter, sight, now))
                .addAttribute("tiles", tiles(of, only, actor, sight, now))
                .addAttribute("stand", which)
                .addAttribute("whose", of)
                .addAttribute("whoses", Whose.values())
                .addAttribute("unit", only)
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("explanations", inquiries.explanations(actor, MOST_EXPLANATIONS))
                .addAttribute("today", DueDate.dayOf(now))
                .addAttribute("first", cursor == null ? null : address(which, of, only, null))
                .addAttribute("next", page.next() == null ? null : address(which, of, only, page.next()));
        return "directions";
    }

    private static Directions.Filter filter(Stand stand, Whose whose, @Nullable String unit, Actor actor) {
        OfficerId me = actor.id();
        return new Directions.Filter(
                stand,
                unit == null ? null : new UnitId(unit),
                whose == Whose.MINE ? me : null,
                whose == Whose.GIVEN ? me : null);
    }

    private Map<Stand, Long> tiles(Whose whose, @Nullable String unit, Actor actor, Visibility sight, Instant now) {
        Map<Stand, Long> counts = new java.util.EnumMap<>(Stand.class);
        for (Stand stand : Stand.values())
            counts.put(stand, directions.count(filter(stand, whose, unit, actor), sight, now));
        return counts;
    }

    /** The words are in the file of each case, which knows what of it the reader may read. */
    private List<Row> rows(List<Directions.Entry> entries, Visibility sight, Instant now) {
        Map<PetitionId, List<Part.Direction>> known = new HashMap<>();
        return entries.stream()
                .map(entry -> new Row(
                        entry,
                        known
                                .computeIfAbsent(entry.petition(), id -> files.byId(id, sight)
                                        .map(CaseFile::directions)
                                        .orElse(List.of()))
                                .stream()
                                .filter(one -> one.no() == entry.no())
                                .findFirst()
                                .orElse(null),
                        entry.isLate(now)))
                .toList();
    }

    private static String address(Stand stand, Whose whose, @Nullable String unit, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(PAGE);
        Lists.put(address, "stand", stand);
        Lists.put(address, "whose", whose);
        Lists.put(address, "unit", unit);
        Lists.put(address, "cursor", cursor);
        return address.encode().toUriString();
    }
}
