package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/**
 * Whatever somebody types into the line of addresses, the answer is a page or a refusal in words: every address that is read, with
 * each of its places and questions filled with what nobody expects there.
 */
class OddAddressesTest extends RunningApi {

    private static final Pattern PLACE = Pattern.compile("\\{([^}:]*)(:[^}]*)?}");

    /** As they stand in an address. */
    private static final List<String> ODD = List.of(
            "%20",
            "%00",
            "a%00b",
            "%FF",
            "-1",
            "9999999999999",
            "x".repeat(3_000),
            "..%2F..%2F",
            "%27",
            "%F0%9F%98%80",
            UUID.randomUUID().toString());

    /** As answers to what an address asks: days that no calendar of the database has, and far moments too. */
    private static final List<String> ODD_ASKED = List.of(
            "",
            "%00",
            "%FF",
            "-1",
            "9999999999999",
            "x".repeat(3_000),
            "%27",
            "%F0%9F%98%80",
            "2026-02-30",
            "%2B999999999-12-31",
            "0000-01",
            "%2B999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00");

    /** For whoever sees what another has been through already. */
    private static final List<String> FEW =
            List.of("%00", "9999999999999", "%F0%9F%98%80", "%2B999999999-12-31T23:59:59Z");

    /** What leads on from a place of an address to what lies behind it. */
    private static final Map<String, String> USUAL = Map.of(
            "key",
            "complaint",
            "version",
            "1",
            "officer",
            "officer1",
            "unit",
            "A",
            "measure",
            "RECEIVED",
            "word",
            "note",
            "notation",
            "json",
            "way",
            "reassign",
            "table",
            "units");

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    /** What an address asks. @param own whether this page reads it: what is no text, and a form of many pages, is read for all */
    private record Question(String name, boolean own) {
        Question(String name, Class<?> type) {
            this(name, type.equals(String.class) || Map.class.isAssignableFrom(type));
        }
    }

    @Test
    void nothing_that_an_inspector_types_into_an_address_is_a_fault() {
        assertThat(faults(
                        "inspector1",
                        ODD,
                        Stream.concat(ODD.stream(), ODD_ASKED.stream())
                                .distinct()
                                .toList()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin1", "officer1"})
    void nor_is_what_others_type(String account) {
        assertThat(faults(account, FEW, FEW)).isEmpty();
    }

    private List<String> faults(String account, List<String> odd, List<String> oddAsked) {
        String petition =
                new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor reader = new PageVisitor(port).as(account);
        return probes(petition, odd, oddAsked).parallelStream()
                .filter(probe -> !isOthers(reader, probe.usual()))
                .flatMap(probe -> probe.odd().stream())
                .filter(address -> isFault(reader.glance(address)))
                .map(address -> address.substring(0, Math.min(address.length(), 150)))
                .sorted()
                .toList();
    }

    /** An address as it is usual, and what somebody makes of it. */
    private record Probe(String usual, List<String> odd) {}

    private List<Probe> probes(String petition, List<String> odd, List<String> oddAsked) {
        Set<Class<?>> read = new HashSet<>();
        List<Probe> probes = new ArrayList<>();
        mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> isRead(one.getKey()))
                .sorted(Comparator.comparing(one -> one.getKey().toString()))
                .forEach(one -> {
                    List<Question> asked = asked(one.getValue(), read);
                    one.getKey().getPatternValues().forEach(pattern -> {
                        String usual = usual(pattern, petition);
                        List<String> values = isReckoned(pattern) ? FEW : oddAsked;
                        probes.add(new Probe(
                                usual,
                                Stream.concat(places(pattern, petition, odd), questions(usual, asked, values))
                                        .toList()));
                    });
                });
        return probes;
    }

    private static boolean isRead(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    /** Whoever may not come in sees nothing of what stands in the address. */
    private static boolean isOthers(PageVisitor reader, String usual) {
        return reader.glance(usual).status() == 403;
    }

    /** A year is played for each answer, and dates and numbers are read as on any page of insight. */
    private static boolean isReckoned(String pattern) {
        return pattern.contains("/simulation");
    }

    private static boolean isFault(Seen seen) {
        return seen.status() >= 500
                || seen.html().contains("\tat ")
                || seen.html().contains("Exception:");
    }

    private static String usual(String pattern, String petition) {
        return PLACE.matcher(pattern).replaceAll(place -> USUAL.getOrDefault(place.group(1), petition));
    }

    /** Each place of an address in turn is odd, the others are as usual. */
    private static Stream<String> places(String pattern, String petition, List<String> odd) {
        List<MatchResult> places = PLACE.matcher(pattern).results().toList();
        return places.stream().flatMap(place -> odd.stream()
                .map(one -> usual(pattern.substring(0, place.start()), petition)
                        + one
                        + usual(pattern.substring(place.end()), petition)));
    }

    private static Stream<String> questions(String address, List<Question> asked, List<String> odd) {
        return asked.stream().flatMap(question -> (question.own() ? odd : FEW)
                .stream().map(one -> address + "?" + question.name() + "=" + one));
    }

    /** @param read the forms that a page before has read already */
    private static List<Question> asked(HandlerMethod handler, Set<Class<?>> read) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> questions(parameter, read))
                .distinct()
                .toList();
    }

    private static Stream<Question> questions(MethodParameter parameter, Set<Class<?>> read) {
        parameter.initParameterNameDiscovery(NAMES);
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        String own = asked == null || asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
        if (asked != null && own != null) return Stream.of(new Question(own, parameter.getParameterType()));
        boolean form = parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.getParameterAnnotations().length == 0
                        && parameter.getParameterType().getName().startsWith("vn.caunoi");
        if (!form) return Stream.empty();
        boolean first = read.add(parameter.getParameterType());
        return fields(parameter.getParameterType()).map(one -> first ? one : new Question(one.name(), false));
    }

    private static Stream<Question> fields(Class<?> form) {
        if (form.isRecord())
            return Arrays.stream(form.getRecordComponents())
                    .map(field -> new Question(field.getName(), field.getType()));
        return Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                .filter(field -> isSet(field.getWriteMethod()))
                .map(field -> new Question(field.getName(), field.getPropertyType()));
    }

    private static boolean isSet(Method setter) {
        return setter != null;
    }
}
