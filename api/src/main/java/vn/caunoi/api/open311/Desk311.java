package vn.caunoi.api.open311;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.officer.HandInDesk;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.Category;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;

/** Feedback as Open311 knows it. Services are the categories; nothing that names somebody is given out. */
@Component
class Desk311 {

    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int SUBJECT = 120;
    private static final int COORDINATE_PLACES = 3;

    private final CategoriesInForce categories;
    private final HandInDesk desk;
    private final Requests311 requests;
    private final CaseFiles files;
    private final Directory directory;
    private final Clock clock;
    private final String jurisdiction;
    private final Set<String> keys;

    /**
     * @param jurisdiction the only one that is known here
     * @param keys of clients that may ask for services; none: everybody may
     */
    Desk311(
            CategoriesInForce categories,
            HandInDesk desk,
            Requests311 requests,
            CaseFiles files,
            Directory directory,
            Clock clock,
            @Value("${caunoi.open311.jurisdiction:caunoi}") String jurisdiction,
            @Value("${caunoi.open311.api-keys:}") Set<String> keys) {
        this.categories = categories;
        this.desk = desk;
        this.requests = requests;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
        this.keys = Set.copyOf(keys);
    }

    void mustBeHere(@Nullable String asked) {
        if (asked != null && !asked.isBlank() && !asked.equals(jurisdiction))
            throw new Refused311(HttpStatus.NOT_FOUND, "jurisdiction_id was not found");
    }

    List<Map<String, Object>> services() {
        return categories.tree().all(today()).stream()
                .filter(node -> !node.retired() && node.leaf())
                .map(node -> service(node.category()))
                .toList();
    }

    private Map<String, Object> service(Category category) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service_code", category.id());
        service.put("service_name", category.vi());
        service.put("description", category.en());
        service.put("metadata", "true");
        service.put("type", "realtime");
        service.put(
                "keywords",
                category.vi().toLowerCase(Locale.of("vi")) + "," + category.en().toLowerCase(Locale.ENGLISH));
        service.put("group", group(category.id()));
        return service;
    }

    private String group(String id) {
        CategoryTree tree = categories.tree();
        String top = tree.lineage(id, today()).getLast();
        return tree.on(top, today()).map(Category::vi).orElse(top);
    }

    /** What may be told with a request of a service: where it is said in words, and what is asked for. */
    Map<String, Object> definition(String code) {
        known(code);
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code);
        definition.put("attributes", List.of(attribute()));
        return definition;
    }

    private static Map<String, Object> attribute() {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", "true");
        attribute.put("code", "demand");
        attribute.put("datatype", "text");
        attribute.put("required", "false");
        attribute.put("datatype_description", "Mỗi điều một dòng / one line for each");
        attribute.put("order", "1");
        attribute.put("description", "Bạn yêu cầu điều gì / what do you ask for");
        return attribute;
    }

    private Category known(String code) {
        CategoryTree tree = categories.tree();
        return tree.on(code, today())
                .filter(category -> tree.isInForce(code, today()))
                .orElseThrow(() -> new Refused311(HttpStatus.NOT_FOUND, "service_code was not found"));
    }

    /** Takes a request as feedback to the authority at the top, whose intake passes it on. */
    Map<String, Object> ask(Map<String, String> given, String track) {
        mustHaveKey(given.get("api_key"));
        Category service = known(required(given, "service_code"));
        String description = value(given, "description");
        if (description.length() > LONGEST_DESCRIPTION) throw malformed("description is longer than 4000 characters");
        BigDecimal latitude = coordinate(given, "lat", 90);
        BigDecimal longitude = coordinate(given, "long", 180);
        String place = place(given, latitude, longitude);
        HandInDesk.Receipt receipt = handIn(given, service, description, place);
        String id = UUID.randomUUID().toString();
        requests.insert(new Requests311.Row(
                id, receipt.code().value(), receipt.id(), service.id(), latitude, longitude, clock.instant()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("service_request_id", id);
        told.put("service_notice", receipt.code().value() + ", PIN " + receipt.pin() + ": " + track);
        told.put("account_id", "");
        return told;
    }

    private HandInDesk.Receipt handIn(Map<String, String> given, Category service, String description, String place) {
        String name = (value(given, "last_name") + " " + value(given, "first_name")).strip();
        boolean unnamed = name.isEmpty();
        HandInInput input = new HandInInput(
                Kind.FEEDBACK.name(),
                Channel.ONLINE.name(),
                null,
                subject(service, description),
                content(service, description, value(given, "media_url")),
                service.id(),
                root(),
                place,
                unnamed,
                false,
                null,
                null,
                List.of(),
                demands(given),
                petitioners(given, name));
        try {
            return desk.handInOnline(input, Seed.fresh(), petition -> {});
        } catch (Refusal refusal) {
            throw malformed(
                    refusal.violations().isEmpty()
                            ? refusal.reason().text()
                            : refusal.violations().getFirst().field() + " "
                                    + refusal.violations().getFirst().message());
        }
    }

    private static List<HandInInput.@Nullable Petitioner> petitioners(Map<String, String> given, String name) {
        List<HandInInput.@Nullable Petitioner> petitioners = new ArrayList<>();
        if (!name.isEmpty())
            petitioners.add(new HandInInput.Petitioner(name, null, null, given.get("phone"), given.get("email"), null));
        return petitioners;
    }

    private static List<HandInInput.@Nullable Demand> demands(Map<String, String> given) {
        List<HandInInput.@Nullable Demand> demands = new ArrayList<>();
        value(given, "attribute[demand]")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> demands.add(new HandInInput.Demand(line)));
        return demands;
    }

    /** Words are wanted by nobody where the service says it all. */
    private static String content(Category service, String description, String media) {
        if (!media.isEmpty() && !media.matches("https?://[^\\s<>\"]{3,2000}"))
            throw malformed("media_url is no address");
        String words = description.isEmpty() ? service.vi() : description;
        return media.isEmpty() ? words : words + "\n\n" + media;
    }

    private static String subject(Category service, String description) {
        if (description.isEmpty()) return service.vi();
        String first = description.lines().findFirst().orElse("");
        return service.vi() + ": " + (first.length() > SUBJECT ? first.substring(0, SUBJECT) + "…" : first);
    }

    private String root() {
        return directory.units().stream()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> new Refused311(HttpStatus.SERVICE_UNAVAILABLE, "no authority takes requests yet"))
                .id()
                .value();
    }

    private void mustHaveKey(@Nullable String key) {
        if (!keys.isEmpty() && (key == null || !keys.contains(key)))
            throw new Refused311(HttpStatus.FORBIDDEN, "api_key was missing or is not known");
    }

    private static String place(
            Map<String, String> given, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        String address = value(given, "address_string");
        if (address.isEmpty()) address = value(given, "address_id");
        if (!address.isEmpty()) return address.length() > 200 ? address.substring(0, 200) : address;
        if (latitude == null || longitude == null)
            throw malformed("a location is needed: lat and long, address_string or address_id");
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }

    private static @Nullable BigDecimal coordinate(Map<String, String> given, String name, int most) {
        String text = value(given, name);
        if (text.isEmpty()) return null;
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,15})?")) throw malformed(name + " is not a coordinate");
        BigDecimal number = new BigDecimal(text);
        if (number.abs().intValue() > most) throw malformed(name + " is not a coordinate");
        return number.setScale(COORDINATE_PLACES, RoundingMode.HALF_UP);
    }

    private static String required(Map<String, String> given, String name) {
        String value = value(given, name);
        if (value.isEmpty()) throw malformed(name + " was not provided");
        return value;
    }

    private static String value(Map<String, String> given, String name) {
        return Objects.requireNonNullElse(given.get(name), "").strip();
    }

    private static Refused311 malformed(String why) {
        return new Refused311(HttpStatus.BAD_REQUEST, why);
    }

    /** @throws Refused311 404 for what is not there */
    Map<String, Object> one(String id) {
        return of(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused311(HttpStatus.NOT_FOUND, "service_request_id was not found"));
    }

    /** Ids given win over all else; otherwise the newest of at most 90 days. */
    List<Map<String, Object>> list(
            @Nullable String ids,
            @Nullable String services,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status) {
        if (ids != null && !ids.isBlank()) return of(words(ids));
        Instant end = to == null || to.isBlank() ? null : moment(to, "end_date");
        Instant begin = from == null || from.isBlank() ? null : moment(from, "start_date");
        if (end == null) end = begin == null ? clock.instant() : begin.plus(LONGEST_SPAN);
        if (begin == null || begin.isBefore(end.minus(LONGEST_SPAN))) begin = end.minus(LONGEST_SPAN);
        List<String> wanted = status == null ? List.of() : words(status);
        return requests.between(begin, end, services == null ? List.of() : words(services)).stream()
                .flatMap(row -> told(row).stream())
                .filter(told -> wanted.isEmpty() || wanted.contains(String.valueOf(told.get("status"))))
                .toList();
    }

    private List<Map<String, Object>> of(List<String> ids) {
        List<String> few = ids.stream().limit(Requests311.MOST).toList();
        List<String> codes = few.stream()
                .filter(PetitionCode::isValid)
                .map(code -> PetitionCode.parse(code).value())
                .toList();
        return requests.of(few, codes).stream()
                .flatMap(row -> told(row).stream())
                .toList();
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Desk311::writable)
                .toList();
    }

    /** The database takes no NUL, and nothing is called so. */
    private static String writable(String word) {
        if (word.indexOf('\0') < 0) return word;
        throw malformed("a character is not allowed");
    }

    private static Instant moment(String text, String name) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            LocalDate day = LocalDate.ofInstant(at, BusinessClock.ZONE);
            if (day.getYear() < 1900 || day.getYear() > 9999) throw malformed(name + " is out of range");
            return at;
        } catch (DateTimeException unreadable) {
            throw malformed(name + " is not a moment as 2026-11-18T09:00:00+07:00");
        }
    }

    private Optional<Map<String, Object>> told(Requests311.Row row) {
        // what turns out to be a denunciation is told by code and PIN only
        return files.byId(row.petition(), Visibility.everything())
                .filter(file -> file.kind() != Kind.DENUNCIATION)
                .map(file -> told(row, file));
    }

    private Map<String, Object> told(Requests311.Row row, CaseFile file) {
        boolean closed = file.status() == Status.CLOSED;
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("service_request_id", row.id());
        told.put("status", closed ? "closed" : "open");
        told.put("status_notes", "");
        told.put(
                "service_name",
                categories.tree().on(row.service(), today()).map(Category::vi).orElse(row.service()));
        told.put("service_code", row.service());
        told.put("description", "");
        told.put(
                "agency_responsible",
                directory.unit(file.unit()).map(Directory.Unit::name).orElse(""));
        told.put("service_notice", "");
        told.put("requested_datetime", moment(row.requestedAt()));
        told.put(
                "updated_datetime",
                moment(closed && file.closing() != null ? file.closing().on() : row.requestedAt()));
        Instant due = file.nextDue();
        told.put("expected_datetime", due == null ? "" : moment(due));
        told.put("address", "");
        told.put("address_id", "");
        told.put("zipcode", "");
        told.put("lat", row.latitude() == null ? "" : row.latitude());
        told.put("long", row.longitude() == null ? "" : row.longitude());
        told.put("media_url", "");
        return told;
    }

    private static String moment(Instant at) {
        return at.atZone(BusinessClock.ZONE).toOffsetDateTime().toString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }
}
