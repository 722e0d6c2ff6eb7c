package vn.caunoi.processes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;

class RulesConfigurationTest {

    @Test
    void without_a_folder_the_shipped_table_and_calendar_apply() {
        try (var context = started(Map.of())) {
            assertThat(context.getBean(Rules.class)).isInstanceOf(RulesInForce.class);
            assertThat(context.getBean(WorkingCalendar.class)).isEqualTo(WorkingCalendar.vietnam());
        }
    }

    @Test
    void an_authority_brings_its_own_calendar(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("calendar.csv"), "# version: 2026-12\n2026-12-01,HOLIDAY,Hội làng,local,X,yes\n");
        try (var context = started(Map.of("caunoi.rules.folder", folder.toString()))) {
            WorkingCalendar calendar = context.getBean(WorkingCalendar.class);
            assertThat(calendar.version()).isEqualTo("2026-12");
            assertThat(calendar.isWorkingDay(LocalDate.parse("2026-12-01"))).isFalse();
        }
    }

    private static AnnotationConfigApplicationContext started(Map<String, Object> settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.register(RulesConfiguration.class);
        context.refresh();
        return context;
    }
}
