package vn.caunoi.api.web;

import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says counts, working days and shares in the reader's language. */
@Component("insightSays")
class InsightWords {

    private static final double SMALL = 1;

    private final Words say;

    InsightWords(Words say) {
        this.say = say;
    }

    /** A dash where there is nothing to say. */
    public String number(@Nullable Double value, InsightMeasure.Unit unit) {
        if (value == null) return say.text("none");
        return switch (unit) {
            case COUNT -> decimal(value, 0);
            case DAYS -> days(value);
            case SHARE -> share(value);
        };
    }

    /** Less than a day to two places. */
    public String days(@Nullable Double days) {
        if (days == null) return say.text("none");
        return decimal(days, days > 0 && days < SMALL ? 2 : 1);
    }

    public String share(@Nullable Double share) {
        if (share == null) return say.text("none");
        NumberFormat format = NumberFormat.getPercentInstance(Words.locale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** With its sign. */
    public String growth(@Nullable Double growth) {
        if (growth == null) return say.text("insight.growth.new");
        return (growth > 0 ? "+" : "") + share(growth);
    }

    private static String decimal(double value, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale());
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }
}
