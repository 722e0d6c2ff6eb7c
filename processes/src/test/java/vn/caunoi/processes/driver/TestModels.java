package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Published models kept in memory; what they catch is read from the message names. */
final class TestModels implements PublishedModels {

    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message id=\"[^\"]*\" name=\"([^\"]*)\"");

    private final Map<String, List<Model>> models = new ConcurrentHashMap<>();

    int publish(String key, String xml) {
        List<Model> versions = models.computeIfAbsent(key, any -> new ArrayList<>());
        Set<String> catches = new HashSet<>();
        MESSAGE.matcher(xml).results().forEach(found -> catches.add(found.group(1)));
        versions.add(new Model(key, versions.size() + 1, xml, catches));
        return versions.size();
    }

    /** As if the program read a version differently from the next release on. */
    void replace(String key, int version, String xml) {
        Model before = version(key, version);
        models.get(key).set(version - 1, new Model(key, version, xml, before.catches()));
    }

    @Override
    public Optional<Model> newest(String key) {
        return Optional.ofNullable(models.get(key)).map(List::getLast);
    }

    @Override
    public Model version(String key, int version) {
        return models.getOrDefault(key, List.of()).stream()
                .filter(model -> model.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(key + "/" + version));
    }

    @Override
    public Set<String> caught() {
        Set<String> caught = new HashSet<>();
        models.values().forEach(versions -> versions.forEach(model -> caught.addAll(model.catches())));
        return caught;
    }
}
