package vn.caunoi.core.category;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.category.CategoryCommand.*;
import vn.caunoi.core.category.CategoryEvent.*;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** The tree of categories; it is Wednesday, 18 November 2026. */
class CategoryBookTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private final AggregateTestFixture<CategoryBook> fixture = new AggregateTestFixture<>(CategoryBook.class);

    private static Category category(String id, @Nullable String parent, @Nullable String field, String vi) {
        return new Category(id, parent, vi, "In English", field, List.of(), NEXT_YEAR);
    }

    @Test
    void an_administrator_adds_a_category_below_another_from_a_day_on() {
        Category river = category("river", "environment", null, "Sông hồ");
        fixture.givenNoPriorActivity().when(new DefineCategory(river, ADMIN)).expectEvents(new CategoryDefined(river));
        fixture.given(new CategoryDefined(river))
                .when(new DefineCategory(river, ADMIN))
                .expectNoEvents();
        refused(fixture.givenNoPriorActivity().when(new DefineCategory(river, HEAD)), Reason.NOT_ALLOWED);
    }

    @Test
    void what_does_not_fit_into_the_tree_is_refused() {
        for (Category wrong : List.of(
                category("Sông", "land", null, "Sông hồ"),
                category("river", "nothing", null, "Sông hồ"),
                category("river", null, null, "Sông hồ"),
                category("river", null, "astronomy", "Sông hồ"),
                category("river", "land", null, " "),
                category("land", "compensation", null, "Đất đai"))) {
            refused(fixture.givenNoPriorActivity().when(new DefineCategory(wrong, ADMIN)), Reason.INVALID_INPUT);
        }
    }

    @Test
    void a_category_never_comes_to_stand_below_itself_by_what_is_planned_for_a_later_day() {
        Category planned =
                new Category("waste", "compensation", "Rác thải", "Waste", null, List.of(), NEXT_YEAR.plusYears(1));
        Category before = category("land", "waste", null, "Đất đai");
        refused(
                fixture.given(new CategoryDefined(planned)).when(new DefineCategory(before, ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void a_category_is_retired_on_a_day_of_the_usual_calendar() {
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX))
            refused(fixture.givenNoPriorActivity().when(new RetireCategory("waste", day, ADMIN)), Reason.INVALID_INPUT);
    }

    @Test
    void a_category_is_retired_after_all_below_it() {
        fixture.givenNoPriorActivity()
                .when(new RetireCategory("waste", NEXT_YEAR, ADMIN))
                .expectEvents(new CategoryRetired("waste", NEXT_YEAR));
        fixture.given(new CategoryRetired("waste", NEXT_YEAR))
                .when(new RetireCategory("waste", NEXT_YEAR, ADMIN))
                .expectNoEvents();
        refused(
                fixture.givenNoPriorActivity().when(new RetireCategory("environment", NEXT_YEAR, ADMIN)),
                Reason.INVALID_INPUT);
        refused(
                fixture.given(new CategoryRetired("waste", NEXT_YEAR))
                        .when(new RetireCategory("waste", NEXT_YEAR.plusDays(1), ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void what_was_typed_before_is_said_to_mean_a_category_and_may_be_taken_back() {
        var mapped = new CategoryWordMapped("Ruộng", "land");
        fixture.givenNoPriorActivity()
                .when(new MapCategoryWord(" Ruộng ", "land", ADMIN))
                .expectEvents(mapped);
        fixture.given(mapped)
                .when(new MapCategoryWord("Ruộng", null, ADMIN))
                .expectEvents(new CategoryWordMapped("Ruộng", null));
        refused(
                fixture.givenNoPriorActivity().when(new MapCategoryWord("Ruộng", "nothing", ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void a_word_that_names_a_category_means_no_other_one() {
        for (String word : List.of("land", "Đất đai", "dat dai", "Land", "\u0301"))
            refused(
                    fixture.givenNoPriorActivity().when(new MapCategoryWord(word, "waste", ADMIN)),
                    Reason.INVALID_INPUT);
        CategoryTree tree = CategoryTree.shipped().after(new CategoryWordMapped("land", "waste"));
        assertThat(tree.meant("land")).as("an id is an id").contains("land");
    }

    @Test
    void a_category_is_found_by_typing_with_and_without_marks_until_it_is_retired() {
        CategoryTree tree = CategoryTree.shipped().after(new CategoryRetired("compensation", NEXT_YEAR));
        for (String typed : List.of("tái định cư", "TAI DINH CU", "dinh  boi", "Resettlement", "compensation"))
            assertThat(tree.found(typed, TODAY))
                    .extracting(node -> node.category().id())
                    .containsExactly("compensation");
        assertThat(tree.found("tái định cư", NEXT_YEAR)).isEmpty();
        assertThat(tree.meant("boi thuong, ho tro, tai dinh cu")).contains("compensation");
        assertThat(tree.isWithin("Bồi thường,  hỗ trợ, tái định cư", "land", NEXT_YEAR))
                .isTrue();
    }

    @Test
    void every_category_that_ships_is_counted_in_a_field_of_the_reports() {
        CategoryTree tree = CategoryTree.shipped();
        assertThat(tree.all(TODAY)).hasSameSizeAs(tree.ids()).allSatisfy(node -> assertThat(
                        tree.field(node.category().id(), TODAY))
                .isPresent());
        assertThat(tree.ofField("environment", TODAY)).contains("environment", "waste");
        assertThat(tree.all(TODAY)).extracting(node -> node.category().vi()).doesNotHaveDuplicates();
    }

    @Test
    void what_a_category_is_depends_on_the_day() {
        Category moved = new Category(
                "waste",
                "services",
                "Thu gom rác",
                "Collection of waste",
                null,
                List.of(new DefaultUnit(null, new UnitId("B"))),
                NEXT_YEAR);
        CategoryTree tree = CategoryTree.shipped().after(new CategoryDefined(moved));
        assertThat(tree.field("waste", TODAY)).contains("environment");
        assertThat(tree.field("waste", NEXT_YEAR)).contains("other");
        assertThat(tree.units("waste", TODAY)).isEmpty();
        assertThat(tree.units("waste", NEXT_YEAR)).extracting(DefaultUnit::unit).containsExactly(new UnitId("B"));
        assertThat(tree.meant("Rác thải")).contains("waste");
        assertThat(tree.below("services", NEXT_YEAR)).contains("waste");
    }

    private static void refused(ResultValidator<CategoryBook> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
