package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.EligibilityRules;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.handling.HandlingRules;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.IntakeCommand.ProposeHandling;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.RefusalGround;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.projections.casefile.CaseFile;

/** Checks a petition that came in, and says what the handling table proposes (TT 05/2021). */
@Component
public class TriageDesk {

    /**
     * What is to be checked of a petition.
     *
     * @param guidedBefore the earlier petition of the same content whose petitioner was guided already
     */
    public record Sheet(
            @Nullable Kind kind,
            List<Asked> checks,
            @Nullable PetitionId guidedBefore) {}

    /**
     * A condition.
     *
     * @param kinds of which kinds it is asked
     * @param told whether what was handed in says so
     */
    public record Asked(Check check, List<Kind> kinds, boolean told) {}

    private final VisibleCases cases;
    private final Guided guided;
    private final Casework casework;
    private final HandlingRules handling;
    private final EligibilityRules eligibility;
    private final ReceptionRules crowds;
    private final Clock clock;

    TriageDesk(
            VisibleCases cases,
            Guided guided,
            Casework casework,
            HandlingRules handling,
            EligibilityRules eligibility,
            ReceptionRules crowds,
            Clock clock) {
        this.cases = cases;
        this.guided = guided;
        this.casework = casework;
        this.handling = handling;
        this.eligibility = eligibility;
        this.crowds = crowds;
        this.clock = clock;
    }

    public Sheet sheet(String id, Actor by) {
        CaseFile file = cases.find(id, by);
        List<Asked> checks = new ArrayList<>();
        for (Check check : Check.values()) {
            List<Kind> kinds = Arrays.stream(Kind.values())
                    .filter(kind -> required(file, kind).contains(check))
                    .toList();
            if (!kinds.isEmpty()) checks.add(new Asked(check, kinds, isTold(check, file)));
        }
        return new Sheet(file.kind(), checks, guided.before(file.id()).orElse(null));
    }

    public Written propose(String id, CaseInput.Triage given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        Kind kind = input.choice("kind", given.kind(), Kind.class);
        if (given.kind() == null || given.kind().isBlank()) input.present("kind", null);
        Boolean competent = input.present("competent", given.competent());
        Set<Check> met = each("met", given.met(), Check.class, input);
        Set<Mark> marks = each("marks", given.marks(), Mark.class, input);
        RefusalGround ground = input.choice("ground", given.ground(), RefusalGround.class);
        if (ground != null && kind != null && kind != Kind.COMPLAINT) {
            input.wrong("ground", "only-of-complaints", "is of complaints only");
        }
        input.mustBeValid();
        Kind what = Objects.requireNonNull(kind);
        Optional<PetitionId> before = guided.before(file.id());
        Set<Check> missing = required(file, what);
        missing.removeAll(met);
        HandlingQuestion found = new HandlingQuestion(
                what,
                Boolean.TRUE.equals(competent),
                missing,
                file.anonymous(),
                file.channel() == Channel.FORWARDED,
                ground,
                before.isPresent(),
                marks,
                today());
        HandlingRule proposed = handling.ruleFor(found).orElseThrow(() -> Refusal.because(Reason.NO_HANDLING_FITS));
        return casework.send(new ProposeHandling(file.id(), found, proposed, before.orElse(null), by), by);
    }

    /** What the table proposes for one that is being handed in, whose conditions are taken as met. */
    public Optional<HandlingRule> proposed(Kind kind, boolean competent, boolean anonymous, boolean forwarded) {
        return handling.ruleFor(
                new HandlingQuestion(kind, competent, Set.of(), anonymous, forwarded, null, false, Set.of(), today()));
    }

    private Set<Check> required(CaseFile file, Kind kind) {
        long complain = file.petitioners().stream()
                .filter(person -> person.role() != PersonRole.PROXY)
                .count();
        boolean many = crowds.crowdOn(today()).wantsRepresentatives((int) complain);
        boolean proxy = file.petitioners().stream().anyMatch(person -> person.role() == PersonRole.PROXY);
        return eligibility.required(kind, many, proxy, today());
    }

    /** What the officer need not look for again in the paper. */
    private static boolean isTold(Check check, CaseFile file) {
        return switch (check) {
            case NAMED ->
                !file.petitioners().isEmpty()
                        && file.petitioners().stream().allMatch(person -> person.address() != null);
            case RESPONDENT -> file.against() != null;
            case MATTER -> file.content() != null;
            case DEMAND -> !file.points().isEmpty();
            case REACHABLE ->
                file.petitioners().stream().anyMatch(person -> person.phone() != null || person.email() != null);
            case REPRESENTED ->
                file.petitioners().stream().anyMatch(person -> person.role() == PersonRole.REPRESENTATIVE);
            case LANGUAGE -> true;
            case SIGNED -> file.signed() != null;
            case DATED, DOCUMENTS, MANDATED -> false;
        };
    }

    private static <E extends Enum<E>> Set<E> each(
            String field, @Nullable List<@Nullable String> given, Class<E> type, Input input) {
        Set<E> all = EnumSet.noneOf(type);
        if (given == null) return all;
        for (int i = 0; i < given.size(); i++) {
            E one = input.choice(field + "[" + i + "]", given.get(i), type);
            if (one != null) all.add(one);
        }
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }
}
