/** Posts in English, and in both languages at once. */
export const english = `
# overtime-en
Overtime is unpaid here and everybody pretends that it is voluntary.
We log overtime in a spreadsheet nobody ever reads.
Has anyone managed to refuse overtime without losing the project?
My manager calls overtime "ownership".
Two weeks of OVERTIME before the release, then one free pizza.

# layoffs-en
The layoffs were announced in an all-hands that lasted nine minutes.
A layoff after eleven years, by e-mail, at six in the morning.
They laid us off on a Friday and posted the same job on Monday.
Rumour says more layoffs are coming after the quarter closes.
I survived three rounds of layoffs and I no longer feel lucky.

# raise
How do you ask for a raise when the budget is frozen?
Asked for a raise twice, got a plant for my desk.
My raise was two percent, inflation was six.

# oncall
On-call rotation means one week in four without sleep.
We have no on-call pay, only a pager and a pat on the back.
The on‑call engineer was also the intern.
He made the call on Tuesday and nobody was told.

# options
Stock options vest over four years with a one-year cliff.
My stock options are worth less than the tax on them.
The company has stock in the warehouse but no options for delivery.

# interview-en
The interviewer asked me to invert a binary tree for a design role.
Seven interviews for a junior position, and then silence.
Interviewing while employed feels like a second job.
They cancelled my interview an hour before it started.

# manager
My manager cancels every one-to-one and calls it trust.
Managers here are promoted for being loud.
Middle management was removed and now the CEO approves vacations.
Being managed by a spreadsheet is worse than by a person.

# remote-en
Remote work was promised in the offer and taken back after a year.
We went remote-first and closed two offices.
Working remotely from another time zone is harder than it sounds.

# noncompete-en
Is a non-compete clause enforceable if I was let go?
They waived my noncompete in exchange for silence.

# burnout
Burnout is not a lack of yoga.
I was burnt out for a year before I noticed.
After the burnout I work four days and earn less, and it is fine.

# review
My performance review was written before the period ended.
Peer review turned into a popularity contest.
The review says that I should be more visible, whatever that is.

# visa
My visa depends on this job, so I say yes to everything.
Visa renewal took five months and HR lost the papers twice.

# cpp
C++ developers wanted, ten years of experience, junior salary.
We are rewriting the C++ service in Rust for the third time.
C# on the backend, and nobody knows who deployed it.
Grade C in the review and no explanation.

# k8s
Our k8s cluster is held together by one person.
Kubernetes (k8s) upgrades happen at night, unpaid.

# nda
The NDA forbids talking about the NDA.
I signed an NDA before I even saw the office.

# café
The café on the ground floor is the only quiet meeting room.
Meet me at the cafe, the walls of the office are thin.

# don't
Don't sign the exit papers on the same day.
They said "dont worry" and then the project was gone.

# severance
Severance was two months for eleven years.
He negotiated his severance with a lawyer and doubled it.
A severe outage is not a reason to cancel leave.

# harassment
I reported harassment and was moved to another floor.
Harassing messages from a client, and sales told me to smile.

# ten-thousand
The signing bonus was 10,000 and they took it back.
Paid 10000 for the training, must repay it when I leave.
Ten of a thousand applicants were interviewed.

# mixed
今天的 all-hands 又在讲 AI 转型,PPT 做得很好看。
offer 比较:A 给 45k×14,B 给 38k 但是不加班。
HC 冻结了,manager 让我们先 hold 住。
OKR 写了三版,最后 leader 说还是按 KPI 来。
onsite 四轮之后被 ghost 了,recruiter 也不回。
WLB 很好但是 package 低,要不要去?
PIP 三个月,其实就是让你自己走。
我们的 CTO 说要 all in AI,预算却砍了一半。

# okr
Our OKRs are last year's KPIs with new names.
Quarterly OKR season: two weeks of typing, zero weeks of work.

# emoji
终于下班了🎉🎉🎉
🙃🙃🙃 fine.

# markup
**重要**:社保基数调整,请自查工资条。
- 社保断缴一个月会影响买房吗
> 有人说社保可以补缴
\`社保\` 和公积金都按最低交

# quotes
“996”不是福气,是违法。
996 之后是 007,再之后是住院。
工号 19960 的同学请来前台。
`;
