package vn.caunoi.ops.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What stands in the way of people who see, hear or move little, as axe-core finds it: serious and critical only. Of many rows of one
 * table the first are looked at.
 */
final class Axe {

    private static final String ASKED = """
            async () => {
              const found = await axe.run({ exclude: [['tbody tr:nth-child(n+4)'], ['li:nth-child(n+9)'], ['option:nth-child(n+9)']] }, {
                resultTypes: ["violations"],
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
              });
              return found.violations
                .filter((one) => ["serious", "critical"].includes(one.impact))
                .flatMap((one) => one.nodes.slice(0, 3).map((node) =>
                  `${one.id}: ${node.target.join(" ")} — ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? one.help}`));
            }
            """;

    private final String rules;

    Axe() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            rules = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rule, place and reason of each. */
    List<String> barriers(Page page) {
        page.evaluate(rules);
        return ((List<?>) page.evaluate(ASKED)).stream().map(Object::toString).toList();
    }
}
