import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PlanBullet, planTone } from "@/components/charts/plan-bullet";
import { Sparkline } from "@/components/charts/sparkline";
import { TouchDial, touchTone } from "@/components/charts/touch-dial";

describe("the three marks", () => {
  it("colours a plan by its pace: 3 % short is still on plan, 15 % short is not lost", () => {
    expect(planTone({ fact: 97n, plan: 200n, toDate: 100n })).toBe("green");
    expect(planTone({ fact: 96n, plan: 200n, toDate: 100n })).toBe("amber");
    expect(planTone({ fact: 85n, plan: 200n, toDate: 100n })).toBe("amber");
    expect(planTone({ fact: 84n, plan: 200n, toDate: 100n })).toBe("red");
  });

  it("shows no judgement where nothing is planned", () => {
    expect(planTone({ fact: 50n, plan: 0n })).toBe("neutral");
    expect(renderToStaticMarkup(<PlanBullet fact={50n} plan={0n} label="50, no plan" />)).not.toContain('class="plan"');
  });

  it("draws a month of returns without a bar to the left", () => {
    const svg = renderToStaticMarkup(<PlanBullet fact={-40n} plan={100n} toDate={50n} label="-40 of 100" />);
    expect(svg).not.toContain('class="fact"');
    expect(svg).not.toMatch(/width="-/);
  });

  it("turns red only after the cadence has passed", () => {
    expect([touchTone(11, 14), touchTone(12, 14), touchTone(14, 14), touchTone(15, 14)]).toEqual([
      "green",
      "amber",
      "amber",
      "red",
    ]);
    expect(touchTone(null, 14)).toBe("neutral");
  });

  it("says in words what it shows", () => {
    expect(renderToStaticMarkup(<TouchDial days={5} cadence={14} label="5 of 14 days" />)).toContain(
      'role="img" aria-label="5 of 14 days"',
    );
  });

  it("keeps a row of values inside its height, also with returns, with one value and with none", () => {
    for (const values of [[5, -3, 8], [4], [0, 0, 0], []]) {
      const svg = renderToStaticMarkup(<Sparkline values={values} label="x" height={18} />);
      const heights = [...svg.matchAll(/[\d.-]+,([\d.-]+)/g)].map((match) => Number(match[1]));
      expect(heights).toHaveLength(values.length);
      expect(heights.every((y) => y >= 2 && y <= 16)).toBe(true);
    }
  });
});
