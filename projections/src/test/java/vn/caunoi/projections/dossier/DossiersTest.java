package vn.caunoi.projections.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.dossier.DossierEvent;
import vn.caunoi.core.dossier.DossierEvent.*;
import vn.caunoi.core.dossier.Fate;
import vn.caunoi.core.dossier.RetentionRules;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.dossier.Dossiers.Dossier;
import vn.caunoi.projections.dossier.Dossiers.Which;

/** Which dossiers are due to be decided about, by the day somebody asks. */
class DossiersTest extends ReadModelsTest {

    private static final RetentionRules TIMES = RetentionRules.shipped();

    @Autowired
    private Dossiers dossiers;

    private PetitionId closed(ClosingGround ground) {
        return story().received(Kind.COMPLAINT, "Đất đai", "An").closed(ground, true).id;
    }

    private void tell(PetitionId petition, long sequence, DossierEvent event) {
        new Ledger(events, transactions).record("Papers", "dossier:" + petition.value(), sequence, event, "clerk1");
        settle();
    }

    private List<PetitionId> list(Which which, LocalDate today) {
        return dossiers.list(which, TIMES.rows(), today, Visibility.of(Set.of(unit)), null, 100).items().stream()
                .map(Dossier::petition)
                .toList();
    }

    @Test
    void what_was_stored_is_due_after_a_year_and_what_was_settled_after_twenty() {
        PetitionId stored = closed(ClosingGround.STORED);
        PetitionId settled = closed(ClosingGround.SETTLED);
        settle();
        LocalDate today = DueDate.dayOf(clock.instant());
        assertThat(list(Which.ALL, today)).containsExactlyInAnyOrder(stored, settled);
        assertThat(list(Which.DUE, today.plusYears(1))).isEmpty();
        assertThat(list(Which.DUE, today.plusYears(1).plusDays(1))).containsExactly(stored);
        assertThat(list(Which.DUE, today.plusYears(20).plusDays(1))).containsExactlyInAnyOrder(stored, settled);
    }

    @Test
    void what_is_decided_or_kept_for_good_is_due_no_more_and_what_is_kept_longer_is_later() {
        PetitionId destroyed = closed(ClosingGround.STORED);
        PetitionId longer = closed(ClosingGround.STORED);
        PetitionId forGood = closed(ClosingGround.STORED);
        settle();
        LocalDate over = DueDate.dayOf(clock.instant()).plusYears(1).plusDays(1);
        tell(destroyed, 0, new DossierDecided(destroyed, Fate.DESTROY, "7/QĐ", over, over));
        tell(longer, 0, new DossierDecided(longer, Fate.KEEP_LONGER, "8/QĐ", over, over.plusYears(2)));
        tell(forGood, 0, new DossierKeptForGood(forGood, text(forGood, "Nghiêm trọng")));
        assertThat(list(Which.DUE, over)).isEmpty();
        assertThat(list(Which.DUE, over.plusYears(3))).containsExactly(longer);
    }

    @Test
    void papers_that_are_lent_are_listed_until_they_are_back() {
        PetitionId petition = closed(ClosingGround.SETTLED);
        settle();
        LocalDate today = DueDate.dayOf(clock.instant());
        tell(petition, 0, new DossierPlaced(petition, "Kho 2"));
        tell(petition, 1, new DossierLent(petition, text(petition, "Thanh tra"), today, text(petition, "r")));
        assertThat(list(Which.LENT, today)).containsExactly(petition);
        Dossier lent = dossiers.find(petition, Visibility.of(Set.of(unit))).orElseThrow();
        assertThat(lent.lentTo()).isEqualTo("Thanh tra");
        assertThat(lent.place()).isEqualTo("Kho 2");
        tell(petition, 2, new DossierReturned(petition, null));
        assertThat(list(Which.LENT, today)).isEmpty();
        assertThat(dossiers.find(petition, Visibility.of(Set.of()))).isEmpty();
    }

    private static Sealed text(PetitionId petition, String clear) {
        return Sealed.of(KeyId.petition(petition.value()), clear);
    }
}
