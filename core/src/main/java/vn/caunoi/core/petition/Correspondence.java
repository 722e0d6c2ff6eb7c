package vn.caunoi.core.petition;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of messages, so that none is reported twice and only what failed is sent again.
 *
 * @param settled ids of those sent or given up
 * @param failed of these the ones given up
 * @param told whether petitioners want messages, null while nobody has said
 */
record Correspondence(
        Set<String> settled,
        Set<String> failed,
        @Nullable Boolean told,
        @Nullable Language language) {

    static final Correspondence NONE = new Correspondence(Set.of(), Set.of(), null, null);

    Correspondence after(MessageEvent event) {
        return switch (event) {
            case MessageEvent.MessageSent e -> settled(e.message(), false);
            case MessageEvent.MessageFailed e -> settled(e.message(), true);
            case MessageEvent.MessageOrderedAgain e ->
                new Correspondence(without(settled, e.message()), without(failed, e.message()), told, language);
            case MessageEvent.PreferenceChosen e -> new Correspondence(settled, failed, e.told(), e.language());
        };
    }

    private Correspondence settled(String message, boolean asFailed) {
        return new Correspondence(with(settled, message), asFailed ? with(failed, message) : failed, told, language);
    }

    private static Set<String> with(Set<String> set, String one) {
        var more = new LinkedHashSet<>(set);
        more.add(one);
        return more;
    }

    private static Set<String> without(Set<String> set, String one) {
        var fewer = new LinkedHashSet<>(set);
        fewer.remove(one);
        return fewer;
    }
}
