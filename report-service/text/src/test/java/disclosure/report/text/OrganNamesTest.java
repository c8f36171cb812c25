package disclosure.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganNamesTest {

  @Test
  void an_organ_is_meant_by_its_names() {
    for (String name :
        List.of("临县水利局", "水利局", "县水利局", "吕梁市临县水利局", "山西省吕梁市临县水利局", "臨縣水利局", " 临县 水利局")) {
      assertThat(OrganNames.mayBe("临县水利局", name)).as(name).isTrue();
    }
    assertThat(OrganNames.mayBe("临县住房和城乡建设局", "临县住建局")).isTrue();
    assertThat(OrganNames.mayBe("临县人民政府", "临县")).isTrue();
    assertThat(OrganNames.mayBe("临县大石镇人民政府", "大石镇")).isTrue();
    assertThat(OrganNames.mayBe("水利局", "临县水利局")).isTrue();
  }

  @Test
  void another_organ_is_not() {
    for (String name : List.of("临县教育局", "教育局", "云岭县水利局", "吕梁市水利局", "临县人民政府", "", "局")) {
      assertThat(OrganNames.mayBe("临县水利局", name)).as(name).isFalse();
    }
    assertThat(OrganNames.mayBe("临县人民政府", "临县人民政府办公室")).isFalse();
    assertThat(OrganNames.mayBe("临县人民政府", "云岭县人民政府")).isFalse();
  }

  @Test
  void by_its_place_a_government_is_meant_and_not_its_office() {
    for (String place : List.of("临县", "吕梁市临县")) {
      assertThat(OrganNames.mayBe("吕梁市临县人民政府", place)).as(place).isTrue();
      assertThat(OrganNames.mayBe("吕梁市临县人民政府办公室", place)).as(place).isFalse();
    }
    assertThat(OrganNames.mayBe("山西省人民政府办公厅", "山西省")).isFalse();
    assertThat(OrganNames.mayBe("临县大石镇人民政府", "大石镇")).isTrue();
    assertThat(OrganNames.mayBe("临县大石镇党政办公室", "大石镇")).isFalse();
    assertThat(OrganNames.mayBe("临县东城街道办事处", "东城街道")).isTrue();
    assertThat(OrganNames.mayBe("临县人民政府办公室", "临县政府办公室")).isTrue();
    assertThat(OrganNames.mayBe("临县人民政府办公室", "县政府办")).isTrue();
  }
}
