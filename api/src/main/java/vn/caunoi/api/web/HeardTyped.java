package vn.caunoi.api.web;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.vault.Sealed;

/** What was recorded of a visit, as inputs of its form. */
final class HeardTyped {

    private HeardTyped() {}

    static Map<String, String> of(Heard heard) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("way", heard.way().name());
        typed.put("identity", heard.identity().name());
        typed.put("people", String.valueOf(heard.people()));
        typed.put(
                "occurred",
                LocalDateTime.ofInstant(heard.occurred(), DueDate.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        if (heard.matter() != null) typed.put("matter", heard.matter().name());
        typed.put("subject", heard.subject().clear());
        typed.put("statement", heard.statement().clear());
        put(typed, "settledBy", heard.settledBy());
        if (heard.urgent()) typed.put("urgent", "true");
        people(typed, heard.visitors());
        return typed;
    }

    private static void people(Map<String, String> typed, List<Person> visitors) {
        for (int i = 0; i < visitors.size(); i++) {
            Person one = visitors.get(i);
            String path = "visitors[" + i + "].";
            typed.put(path + "fullName", one.fullName().clear());
            typed.put(path + "role", one.role().name());
            put(typed, path + "idNumber", one.idNumber());
            put(typed, path + "address", one.address());
            put(typed, path + "phone", one.phone());
            put(typed, path + "email", one.email());
        }
    }

    private static void put(Map<String, String> typed, String name, @Nullable Sealed text) {
        if (text != null) typed.put(name, text.clear());
    }
}
