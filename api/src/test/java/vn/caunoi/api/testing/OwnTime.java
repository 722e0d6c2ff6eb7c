package vn.caunoi.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.testing.TestDatabase;

/** A program of its own, whose calendar does not know the Day of Culture yet: other tests count on theirs. */
@SpringBootTest(
        classes = ApiProgram.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "caunoi.demo=true",
            "server.address=127.0.0.1",
            "caunoi.messages.every=PT0S",
            "caunoi.recount.every=PT0S",
            "caunoi.recount.grace=PT0S",
            "caunoi.recount.chunk=2"
        })
public abstract class OwnTime extends CalledApi {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LocalDate CULTURE = LocalDate.of(2026, 11, 24);

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("caunoi.data", () -> folder().toString());
        registry.add("caunoi.rules.folder", () -> folder().toString());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("caunoi-time");
            String days = WorkingCalendar.vietnam().days().values().stream()
                    .filter(day -> !day.date().equals(CULTURE))
                    .sorted(Comparator.comparing(CalendarDay::date))
                    .map(day -> String.join(
                            ",", day.date().toString(), day.what().name(), "n", "s", day.confidence(), "yes"))
                    .collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve("calendar.csv"), "# version: before\n" + days + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
