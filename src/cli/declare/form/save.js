document.getElementById("save").addEventListener("click", function () {
  var answers = {};
  document.querySelectorAll("[data-fact]").forEach(function (field) {
    var fact = field.dataset.fact;
    var said = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
    if (said) answers[fact] = answers[fact] ? answers[fact] + ", " + said : said;
  });
  var form = { "beleg-form": "1", lang: document.documentElement.lang, answers: answers };
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(form, null, 1) + "\n"], { type: "application/json" }));
  link.download = "answers.json";
  link.click();
});
