package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.ledger.Commands;

/** Thresholds of hot spots, set by administrators from a day on, and the board that counts by them. */
class HotSpotPagesTest extends RunningApi {

    private static final String AT = "/admin/hot-spots";
    private static final Map<String, String> RULE = Map.of(
            "from", "2099-01-01",
            "overLevels", "1",
            "backlogDays", "15",
            "complexPoints", "2",
            "prolongedDays", "90",
            "crowdPeople", "5",
            "repeatedTimes", "0");

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void a_rule_is_set_from_a_day_on_and_stands_in_the_log_of_changes() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        assertThat(admin.post(AT, AT, RULE).expect(200).text())
                .contains("Đã đặt ngưỡng")
                .contains("01/01/2099 1 15 2 90 5 0")
                .contains("Trước đó (mặc định) 1 30 3 180 5 1")
                .doesNotContain("??");
        assertThat(new PageVisitor(port)
                        .as("inspector1")
                        .get("/audit/changes")
                        .expect(200)
                        .text())
                .contains("Đặt ngưỡng điểm nóng");
    }

    @ParameterizedTest
    @CsvSource({
        "from, ",
        "from, 2001-01-01",
        "from, tomorrow",
        "from, +999999999-12-31",
        "backlogDays, -1",
        "backlogDays, 36501",
        "crowdPeople, ١٢",
        "crowdPeople, 5e1"
    })
    void what_is_no_threshold_is_told_and_kept_as_it_was_typed(String field, @Nullable String typed) {
        Map<String, String> sent = new HashMap<>(RULE);
        sent.put(field, typed == null ? "" : typed);
        PageVisitor.Seen page =
                new PageVisitor(port).as("admin1").post(AT, AT, sent).expect(422);
        assertThat(page.html()).contains("aria-invalid=\"true\"");
        assertThat(page.html()).contains("value=\"" + (typed == null ? "" : typed) + "\"");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void the_board_counts_hot_spots_by_unit_each_with_its_cases() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        String five = "{'fullName': 'Nguyễn Văn An', 'idNumber': '001085012345', 'phone': '0912345678'}";
        StringBuilder all = new StringBuilder(five);
        for (int i = 2; i <= 5; i++)
            all.append(", {'fullName': 'Người số ").append(i).append("'}");
        ward.work(nobody()).handIn(Samples.complaint().replace(five, all));
        ward.work(nobody()).handIn(Samples.complaint());
        settle();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        PageVisitor.Seen board = head.get("/board").expect(200);
        assertThat(board.text()).contains("Điểm nóng theo đơn vị").contains("tồn đọng: quá hạn hơn 30 ngày");
        String link = board.find("href=\"(/board/cases\\?column=CROWD[^\"]*)\"");
        assertThat(BurdenPagesTest.behind(head, link)).isEqualTo(1);
        assertThat(head.get("/board/cases?column=OVER_LEVEL").expect(200).text())
                .doesNotContain("??");
    }

    @Test
    void it_is_for_administrators() {
        new PageVisitor(port).as("head1").get(AT).expect(403);
    }
}
