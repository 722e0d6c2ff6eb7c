package vn.caunoi.api.officer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.projections.directory.Directory;

/** Who gets what is handed over: whoever was named, where that may be; else the one with the least in hand. */
@Component
class Receivers {

    private final Proposals proposals;
    private final Interests interests;
    private final Directory directory;

    Receivers(Proposals proposals, Interests interests, Directory directory) {
        this.proposals = proposals;
        this.interests = interests;
        this.directory = directory;
    }

    /** @param given how much each gets already of what is handed over together */
    HandOverDesk.Item of(
            OfficersDesk.Held held, OfficerId from, @Nullable OfficerId named, Map<OfficerId, Integer> given) {
        if (named != null) return named(held, named);
        // a task in a case of others goes back to its group: whoever is free takes it
        if (held.task() != null) return item(held, null, null);
        Optional<OfficerId> to = proposed(held, from, given);
        return item(held, to.orElse(null), to.isPresent() ? null : Reason.NOT_ASSIGNED_YET.name());
    }

    private HandOverDesk.Item named(OfficersDesk.Held held, OfficerId named) {
        Directory.Officer officer = directory.officer(named).orElseThrow();
        boolean ofTheUnit = officer.unit().equals(held.unit());
        boolean mayDo =
                held.group() == null ? officer.worksOnCases() : officer.roles().contains(held.group());
        if (!ofTheUnit || !mayDo) return item(held, null, Reason.NOT_YOUR_TASK.name());
        return interests.in(held.petition()).of(named) == null
                ? item(held, named, null)
                : item(held, null, Reason.ABOUT_THIS_OFFICER.name());
    }

    private Optional<OfficerId> proposed(OfficersDesk.Held held, OfficerId from, Map<OfficerId, Integer> given) {
        List<Proposals.Candidate> free = proposals.of(held.petition(), held.unit()).stream()
                .filter(one -> one.isFree() && !one.officer().equals(from))
                .toList();
        return free.stream()
                .min(Comparator.comparingLong(
                                (Proposals.Candidate one) -> one.tasks() + given.getOrDefault(one.officer(), 0))
                        .thenComparing(Proposals.Candidate::name))
                .map(Proposals.Candidate::officer);
    }

    private static HandOverDesk.Item item(OfficersDesk.Held held, @Nullable OfficerId to, @Nullable String problem) {
        return new HandOverDesk.Item(held.petition(), held.code(), held.task(), held.key(), to, problem);
    }
}
