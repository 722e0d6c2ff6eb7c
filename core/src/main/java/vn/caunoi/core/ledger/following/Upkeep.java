package vn.caunoi.core.ledger.following;

import java.time.Duration;
import java.util.Collection;

/** What is to be done now and then beside reading: keeping and finding claims, and seeing who may come back. */
final class Upkeep {

    private static final long EXTEND_EVERY = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_EVERY = Duration.ofMillis(500).toNanos();

    private final Tokens tokens;
    private final int near;
    private long extended = System.nanoTime();
    private long looked = System.nanoTime() - LOOK_EVERY;

    /** @param near who is not further behind than so many events keeps step */
    Upkeep(Tokens tokens, int near) {
        this.tokens = tokens;
        this.near = near;
    }

    void of(Collection<Member> members) {
        long now = System.nanoTime();
        members.stream()
                .filter(member -> member.state() == Member.State.RETURNING)
                .forEach(Member::joinWhenReturned);
        if (now - looked > LOOK_EVERY || members.stream().anyMatch(Upkeep::isNew)) {
            looked = now;
            members.stream()
                    .filter(member -> member.state() == Member.State.TOGETHER && !member.holdsAll())
                    .forEach(this::claim);
            comeBack(members);
        }
        if (now - extended > EXTEND_EVERY) {
            extended = now;
            members.stream()
                    .filter(member -> member.state() == Member.State.TOGETHER)
                    .forEach(this::extend);
        }
    }

    /** Who was set back goes alone, for the others take nothing twice. */
    private void claim(Member member) {
        member.hold(tokens.claim(member));
        if (!member.isToTakeAgain()) return;
        mayHaveLost(member);
        member.goAlone();
    }

    private static boolean isNew(Member member) {
        return member.state() == Member.State.TOGETHER && !member.wasAsked();
    }

    private void extend(Member member) {
        if (!tokens.extend(member.places())) mayHaveLost(member);
    }

    /** Claims are looked for anew. */
    void mayHaveLost(Member member) {
        tokens.release(member.places());
        member.dropAll();
    }

    private void comeBack(Collection<Member> members) {
        long reached = members.stream()
                .filter(member -> member.state() == Member.State.TOGETHER)
                .flatMap(member -> member.places().stream())
                .mapToLong(Place::position)
                .max()
                .orElse(0);
        members.stream()
                .filter(member -> member.state() == Member.State.ALONE)
                .filter(member -> member.positionAlone() >= reached - near && member.positionAlone() >= 0)
                .filter(member -> !member.isTakingAgain() && !member.hasSetAside())
                .forEach(Member::comeBack);
    }
}
