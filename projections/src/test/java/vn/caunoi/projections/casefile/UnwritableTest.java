package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.ledger.DeadLetters;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;

class UnwritableTest extends ReadModelsTest {

    @Autowired
    private CaseFiles files;

    @Test
    void a_case_that_the_table_refuses_is_set_aside_and_holds_up_no_other() {
        Story broken = story();
        jdbc.execute("alter table views.case_file add constraint refuses check (id <> '" + broken.id.value() + "')");
        DeadLetters aside;
        Story sound = story();
        try {
            broken.received(Kind.COMPLAINT, "Thu hồi đất", "An").classified(Kind.COMPLAINT);
            sound.received(Kind.COMPLAINT, "Đền bù", "Bình");
            aside = leftAside();
            assertThat(aside.retry("casefile")).isZero();
            assertThat(aside.waiting()).isEqualTo(Map.of("casefile", 2L));
        } finally {
            jdbc.execute("alter table views.case_file drop constraint refuses");
        }
        assertThat(aside.waiting()).isEqualTo(Map.of("casefile", 2L));
        assertThat(files.byId(sound.id, Visibility.everything())).isPresent();
        assertThat(aside.retry("casefile")).isEqualTo(2);
        assertThat(files.byId(broken.id, Visibility.everything())).isPresent();
    }
}
