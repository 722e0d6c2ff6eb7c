package vn.caunoi.projections.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.conference.ConferenceEvent;
import vn.caunoi.core.conference.ConferenceEvent.*;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.conference.Conferences.Entry;
import vn.caunoi.projections.conference.Conferences.Filter;
import vn.caunoi.projections.conference.Conferences.State;

class ConferencesTest extends ReadModelsTest {
    private final Map<ConferenceId, Long> told = new HashMap<>();

    @Autowired
    private Conferences conferences;

    @Autowired
    private Rebuild rebuild;

    @Test
    void conferences_of_a_year_are_listed_the_last_first_and_by_state() {
        ConferenceId first = planned("2026-03-10");
        planned("2026-05-10");
        planned("2026-09-10");
        planned("2025-09-10");
        tell(held(first));
        settle();
        List<Entry> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<Entry> page = conferences.search(new Filter(2026, null, null), mine(), next, 2);
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(all).hasSize(3).last().satisfies(one -> assertThat(one.id()).isEqualTo(first));
        assertThat(conferences
                        .search(new Filter(2026, null, State.HELD), mine(), null, 9)
                        .items())
                .hasSize(1);
        Visibility other = Visibility.of(Set.of(new UnitId("elsewhere")));
        assertThat(conferences
                        .search(new Filter(2026, null, null), other, null, 9)
                        .items())
                .isEmpty();
        assertThat(conferences.find(first, other)).isEmpty();
    }

    @Test
    void only_what_was_held_counts_for_the_year() {
        tell(held(planned("2026-03-10")));
        planned("2026-05-10");
        ConferenceId cancelled = planned("2026-06-10");
        tell(new ConferenceCancelled(cancelled, "bão"));
        settle();
        assertThat(conferences.heldIn(2026, mine())).isEqualTo(Map.of(unit, 1L));
        assertThat(conferences.heldIn(2025, mine())).isEmpty();
    }

    @Test
    void matters_and_what_they_became_are_shown_and_a_rebuild_shows_the_same() {
        ConferenceId id = planned("2026-03-10");
        tell(new ConferenceAnnounced(id, LocalDate.parse("2026-03-01"), "loa", true, "D50"));
        tell(held(id));
        tell(new MatterRaised(id, 1, null, text(id, "chợ ngập"), text(id, "sẽ xem")));
        tell(new MatterRaised(id, 2, text(id, "Bà Tư"), text(id, "đèn đường"), null));
        tell(new MatterBecamePetition(id, 2, new PetitionId("p"), "CODE"));
        tell(new ConferenceResultPublished(id, LocalDate.parse("2026-03-15"), "cổng", "kết quả", true));
        settle();
        Entry entry = conferences.find(id, mine()).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.PUBLISHED);
        assertThat(entry.matters()).isEqualTo(2);
        assertThat(entry.petitions()).isEqualTo(1);
        List<Conferences.Matter> matters = conferences.matters(id);
        assertThat(matters).extracting(Conferences.Matter::code).containsExactly(null, "CODE");
        assertThat(rebuild.run("conferences", Rebuild.Way.COMPARED, progress -> {})
                        .differences())
                .contains(List.of());
        assertThat(conferences.matters(id)).isEqualTo(matters);
    }

    @Test
    void who_moves_a_conference_has_to_announce_it_anew() {
        ConferenceId id = planned("2026-03-10");
        tell(new ConferenceAnnounced(id, LocalDate.parse("2026-03-01"), "loa", true, "D50"));
        tell(new ConferenceMoved(id, LocalDate.parse("2026-03-20"), "bão"));
        settle();
        Entry entry = conferences.find(id, mine()).orElseThrow();
        assertThat(entry.announced()).isNull();
        assertThat(entry.day()).isEqualTo("2026-03-20");
    }

    private ConferenceId planned(String day) {
        ConferenceId id = new ConferenceId(UUID.randomUUID().toString());
        LocalDate on = LocalDate.parse(day);
        tell(new ConferencePlanned(id, unit, "Đất đai", Occasion.YEARLY, on, LocalTime.of(8, 0), "Hội trường", false));
        return id;
    }

    private static ConferenceHeld held(ConferenceId id) {
        return new ConferenceHeld(id, new OfficerId("head1"), 90, "Mặt trận", text(id, "biên bản"));
    }

    private void tell(ConferenceEvent event) {
        long sequence = told.merge(event.conference(), 1L, Long::sum) - 1;
        new Ledger(events, transactions).record("Conference", event.conference().value(), sequence, event, "clerk1");
    }

    private static Sealed text(ConferenceId id, String words) {
        return Sealed.of(id.key(), words);
    }

    private Visibility mine() {
        return Visibility.of(Set.of(unit));
    }
}
