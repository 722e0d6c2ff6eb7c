package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.DirectoryCommand.SetUnitContact;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.directory.Directory;

/** How people reach the units: kept by administrators, read by everybody. */
@Component
public class ContactDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHORT = 200;
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d .()/-]{1,48}\\d");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

    /** All of it anew; what is left out is taken away. */
    @Schema(name = "ContactGiven")
    public record Given(
            @Nullable String phone,
            @Nullable String hotline,
            @Nullable String email,
            @Nullable String address,
            @Nullable String hours) {}

    private final Directory directory;
    private final Commands commands;
    private final Progress progress;

    ContactDesk(Directory directory, Commands commands, Progress progress) {
        this.directory = directory;
        this.commands = commands;
        this.progress = progress;
    }

    /** All units there are, those above before those below. */
    public List<Directory.Reached> all() {
        return directory.contacts();
    }

    /** Those that people can reach. */
    public List<Directory.Reached> reachable() {
        return all().stream().filter(one -> !one.contact().equals(Contact.NONE)).toList();
    }

    public Directory.Reached find(String unit) {
        if (unit.isBlank() || unit.indexOf('\0') >= 0) throw new NotFound();
        return all().stream()
                .filter(one -> one.unit().value().equals(unit))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public Directory.Reached set(String unit, Given given, Actor by) {
        Directory.Reached known = find(unit);
        Input input = new Input();
        String phone = shaped("phone", given.phone(), NUMBER, input);
        String hotline = shaped("hotline", given.hotline(), NUMBER, input);
        String email = shaped("email", given.email(), EMAIL, input);
        String address = input.optional("address", given.address(), SHORT);
        String hours = input.optional("hours", given.hours(), SHORT);
        input.mustBeValid();
        Contact contact = new Contact(phone, hotline, email, address, hours);
        commands.send(new SetUnitContact(known.unit(), contact), by.id().value());
        progress.awaitSettled(PATIENCE);
        return find(unit);
    }

    private static @Nullable String shaped(String field, @Nullable String text, Pattern shape, Input input) {
        String value = input.optional(field, text, SHORT);
        if (value != null && !shape.matcher(value).matches()) input.wrong(field, "malformed", "is not such a one");
        return value;
    }
}
