package vn.caunoi.api.designer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.studio.Explanation;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.ModelDiff;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.processes.studio.Standing;
import vn.caunoi.processes.studio.Told;
import vn.caunoi.projections.directory.Directory;

/** The published versions: how each stands, what happened to it, and where and whether new cases follow it. */
@Component
public class VersionDesk {

    private static final int LONGEST = 2_000;

    /**
     * What happened to a version after it was published.
     *
     * @param units whose new cases followed it from then on, empty for those of all; null when it was retired
     */
    public record Step(
            Instant at, @Nullable String by, @Nullable Set<UnitId> units, String reason) {}

    /**
     * @param inEffect number of the version that new cases follow everywhere else; null for none
     * @param before number of the version before it; null for the first
     * @param running how many cases follow it now
     * @param parts names of what was published with the diagram
     */
    public record Version(
            Library.Entry entry,
            Standing standing,
            @Nullable Integer inEffect,
            @Nullable Integer before,
            int running,
            List<String> parts,
            List<Step> steps) {}

    private final Library library;
    private final Publishing publishing;
    private final CaseMoves moves;
    private final Parts parts;
    private final Explanation explanation;
    private final Streams streams;
    private final Directory directory;
    private final CurrentActor current;
    private final Clock clock;
    private final StudioDesk studio;

    VersionDesk(
            Library library,
            Publishing publishing,
            CaseMoves moves,
            Parts parts,
            Explanation explanation,
            Streams streams,
            Directory directory,
            CurrentActor current,
            Clock clock,
            StudioDesk studio) {
        this.library = library;
        this.publishing = publishing;
        this.moves = moves;
        this.parts = parts;
        this.explanation = explanation;
        this.streams = streams;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
        this.studio = studio;
    }

    /** Every version by key, the newest first, as it stands now. */
    public Map<Library.Entry, Standing> all() {
        current.get();
        return Standing.of(library.models(), clock.instant());
    }

    public Version find(String key, int version) {
        current.get();
        List<Library.Entry> same =
                library.models().stream().filter(one -> one.key().equals(key)).toList();
        Library.Entry entry = same.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(NotFound::new);
        Instant now = clock.instant();
        return new Version(
                entry,
                Objects.requireNonNull(Standing.of(same, now).get(entry)),
                Standing.inEffect(same, now).map(Library.Entry::version).orElse(null),
                version > 1 ? version - 1 : null,
                moves.running(key, version),
                library.parts(key, version).keySet().stream()
                        .filter(part -> !part.equals(Parts.APPLIED))
                        .sorted()
                        .toList(),
                steps(key, version));
    }

    /** What is published already and waits for its day, of the process that a draft would publish: a newer one goes before it. */
    public List<Library.Entry> awaited(ModelDraft draft) {
        return all().entrySet().stream()
                .filter(one ->
                        one.getValue() == Standing.AWAITED && one.getKey().key().equals(draft.basedKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a version changed in the one before it. */
    public List<ModelDiff.Change> changes(Version version) {
        Library.Entry one = version.entry();
        if (version.before() == null) return List.of();
        return ModelDiff.between(xml(one.key(), version.before()), xml(one.key(), one.version()));
    }

    /** The same for people who read no diagrams. */
    public List<Told> explained(Version version) {
        Library.Entry one = version.entry();
        if (version.before() == null) return parts.told(one.key(), one.version());
        List<Told> told =
                new ArrayList<>(explanation.between(xml(one.key(), version.before()), xml(one.key(), one.version())));
        told.addAll(parts.told(one.key(), one.version()));
        return told;
    }

    private String xml(String key, int version) {
        return library.xml(key, version).orElseThrow(NotFound::new);
    }

    private List<Step> steps(String key, int version) {
        try (var events = streams.of("process:" + key)) {
            return events.filter(one -> one.payload() instanceof ProcessEvent event && event.version() == version)
                    .<Step>mapMulti((one, steps) -> {
                        switch ((ProcessEvent) one.payload()) {
                            case ProcessEvent.ProcessPublished e -> {}
                            case ProcessEvent.VersionWidened e ->
                                steps.accept(new Step(one.at(), one.by(), e.pilot(), e.reason()));
                            case ProcessEvent.VersionRetired e ->
                                steps.accept(new Step(one.at(), one.by(), null, e.reason()));
                        }
                    })
                    .toList();
        }
    }

    /** @param units whose new cases follow it as well from now on; none: those of all */
    public void widen(String key, int version, Set<String> units, String reason) {
        OfficerId by = designer();
        Library.Entry entry = find(key, version).entry();
        Input input = new Input();
        String why = input.required("reason", reason, LONGEST);
        Set<UnitId> pilot = new HashSet<>();
        for (String unit : units) if (Wish.known(input, unit, directory)) pilot.add(new UnitId(unit));
        input.mustBeValid();
        if (!units.isEmpty()) entry.units().stream().map(UnitId::new).forEach(pilot::add);
        mustNotBeAlone(entry, by);
        publishing.widen(key, version, pilot, why, by.value());
    }

    /** @param confirmed whether the designer said that it is meant: it is not undone but by publishing it again */
    public void retire(String key, int version, String reason, boolean confirmed) {
        OfficerId by = designer();
        Library.Entry entry = find(key, version).entry();
        Input input = new Input();
        String why = input.required("reason", reason, LONGEST);
        if (!confirmed) input.wrong("confirm", "required", "must be confirmed");
        input.mustBeValid();
        mustNotBeAlone(entry, by);
        publishing.retire(key, version, why, by.value());
    }

    /** Where two people publish, whoever drew a version does not decide alone where it is followed. */
    private void mustNotBeAlone(Library.Entry entry, OfficerId by) {
        boolean own = entry.proposedBy() == null
                ? by.value().equals(entry.publishedBy())
                : by.value().equals(entry.proposedBy());
        if (studio.isBySecondPerson() && own) {
            throw Input.refusal("reason", "same-person", "must be done by another one");
        }
    }

    private OfficerId designer() {
        return current.with(Role.DESIGNER).id();
    }
}
