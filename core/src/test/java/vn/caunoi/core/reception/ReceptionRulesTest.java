package vn.caunoi.core.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReceptionRulesTest {

    private final ReceptionRules rules = ReceptionRules.shipped();

    @Test
    void a_commune_head_received_once_a_week_until_june_2026_D46_and_twice_a_month_since_D45() {
        ReceptionRule before = rules.require("days", "COMMUNE_HEAD", LocalDate.parse("2026-06-30"));
        assertThat(before.id()).isEqualTo("D46");
        assertThat(before.amount() + " a " + before.per()).isEqualTo("1 a WEEK");
        ReceptionRule since = rules.require("days", "COMMUNE_HEAD", LocalDate.parse("2026-07-01"));
        assertThat(since.id()).isEqualTo("D45");
        assertThat(since.amount() + " a " + since.per()).isEqualTo("2 a MONTH");
    }

    @Test
    void a_province_head_and_a_minister_receive_once_a_month_D47_D48() {
        LocalDate day = LocalDate.parse("2026-11-18");
        assertThat(rules.require("days", "PROVINCE_HEAD", day).amount()).isEqualTo(1);
        assertThat(rules.require("days", "MINISTER", day).id()).isEqualTo("D48");
    }

    @Test
    void a_table_that_cannot_be_read_is_told_with_its_line() {
        assertThatThrownBy(() -> read("id,what\n")).hasMessageContaining("begin with the line");
        String head = "id,what,whose,amount,per,source,confidence,from,to\n";
        assertThatThrownBy(() -> read(head + "D1,days,X,two,MONTH,law,S,2026-01-01,\n"))
                .hasMessageContaining("D1,days,X,two");
        assertThatThrownBy(() -> read(head + "D1,days\n")).hasMessageContaining("not 9 columns");
    }

    private static ReceptionRules read(String table) throws java.io.IOException {
        return ReceptionRules.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
